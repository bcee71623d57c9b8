using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Boards.Entries;
using AiOs.Kernel.Chat.Boards.Faces;
using AiOs.Kernel.Chat.Boards.Spots;
using AiOs.Kernel.Chat.Boards.Steps;
using AiOs.Kernel.Desk;
using AiOs.Kernel.Journal;
using AiOs.Kernel.WorkItems;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Chat.Boards;

/// <summary>Brings the card of one work item up to date in every place of a channel.</summary>
internal sealed partial class CardBoard(WorkspaceJournal journal, Views views, CardEntries entries, Audiences audiences, PlaceKeeper keeper, ILogger<CardBoard> logger)
{
    /// <summary>How often a card that cannot be made or kept is tried before it is given up, so that it holds the cursor up no longer.</summary>
    private const int MostFaults = 5;

    /// <summary>Brings it up to date, and notes it as late where a place was not served.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="item">The work item.</param>
    /// <param name="position">Of the change.</param>
    /// <param name="version">The version of the work item that has to be shown at least.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task BringAsync(BoardTurn turn, WorkItemId item, long position, long version, CancellationToken cancellationToken)
    {
        var name = StreamId.Of(item).Value;
        try
        {
            if (await TryBringAsync(turn, item, version, cancellationToken))
            {
                turn.Late.Remove(item);
                turn.Pauses.Succeed(name);
            }
            else
            {
                turn.Late.Add(item, position);
            }
        }
        catch (Exception fault) when (fault is not AiOsException { IsTransient: true } && !cancellationToken.IsCancellationRequested)
        {
            // An edge: what is wrong with one card holds up no other.
            LogFault(logger, fault, item.ToString());
            turn.Late.Add(item, position);
            if (turn.Pauses.Fail(name) >= MostFaults)
            {
                turn.Late.Remove(item);
                turn.Pauses.Succeed(name);
            }
        }
    }

    private async Task<bool> TryBringAsync(BoardTurn turn, WorkItemId id, long version, CancellationToken cancellationToken)
    {
        if (turn.Pauses.Rests(StreamId.Of(id).Value))
        {
            return false;
        }

        if (await journal.LoadAsync(StreamId.Of(id), cancellationToken) is not WorkItem { Version: > 0 } item || item.Version < version)
        {
            // The journal is told of a commit a moment before the state that comes of it can be seen.
            turn.Pauses.Fail(StreamId.Of(id).Value);
            return false;
        }

        var face = new Face(item, views.Of(item).CardWhenAsked, turn.Channel.Name);
        var entry = await entries.OpenAsync(turn.Channel.Name, id, cancellationToken);
        var served = true;
        foreach (var spot in Spot.Of(entry.Value, face, turn.Audience))
        {
            served &= await ServeAsync(turn, face, spot, entry, cancellationToken);
        }

        return served;
    }

    private async Task<bool> ServeAsync(BoardTurn turn, Face face, Spot spot, OpenEntry entry, CancellationToken cancellationToken)
    {
        var step = Showing.Of(entry.Value.Find(spot.Place), face, spot);
        if (step is PlaceStep.Nothing)
        {
            return true;
        }

        if (turn.Pauses.Rests(spot.Place))
        {
            return false;
        }

        if (spot is { Person: { } person, IsOurs: true } && !audiences.Has(turn.Channel, person))
        {
            // Revoked since this turn began: the next one takes the card away.
            return false;
        }

        switch (await keeper.TakeAsync(step, turn.Channel, face, spot, entry, cancellationToken))
        {
            case Served.Late:
                turn.Pauses.Fail(spot.Place);
                return false;
            case Served.PlaceGone:
                await audiences.LeaveAsync(turn.Channel, turn.Audience, spot.Place, cancellationToken);
                return true;
            default:
                turn.Pauses.Succeed(spot.Place);
                return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The card of work item {WorkItem} could not be brought up to date.")]
    private static partial void LogFault(ILogger logger, Exception fault, string workItem);
}
