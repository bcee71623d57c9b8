using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Boards.Spots;
using AiOs.Kernel.Desk;
using AiOs.Kernel.Journal;

namespace AiOs.Kernel.Chat.Boards;

/// <summary>
/// Follows the journal and keeps the cards of one channel as it says. One place after the other: a channel paces its places anyway, and a place
/// that fails is left alone for a while, so that it holds up the rest for no longer than one call. Trouble with the store ends the turn; the next
/// one begins where the cursor stands, and what stands in the chats already is known from the entries.
/// </summary>
internal sealed class BoardFollower(IJournalFeed feed, IJournalStore store, WorkspaceJournal journal, OpenItems open, ICursors cursors, Audiences audiences, CardBoard board, TimeProvider time)
{
    private const int BatchSize = 200;
    private const int MostWaitingShown = 10;

    /// <summary>How long it takes at most until somebody who was paired is noticed, where nothing else happens.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>Steps that come together are shown together.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    public async Task FollowAsync(IChatChannel channel, CancellationToken cancellationToken)
    {
        var mark = await BoardMark.OpenAsync(channel.Name, cursors, store, cancellationToken);
        var turn = new BoardTurn(channel, mark.Position, await audiences.FindAsync(channel, cancellationToken), time);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await WelcomeAsync(turn, cancellationToken);
            await RetryAsync(turn, cancellationToken);
            await ReadAsync(turn, cancellationToken);
            await mark.MoveAsync(turn.Late.CursorAt(turn.Position), cancellationToken);
            await WaitAsync(turn, cancellationToken);
            turn.Audience = await audiences.FindAsync(channel, cancellationToken);
        }
    }

    /// <summary>A home that is new, after a start each of them, is shown what waits: the newest, oldest first. What stands there already stays as it is.</summary>
    private async Task WelcomeAsync(BoardTurn turn, CancellationToken cancellationToken)
    {
        var homes = turn.Audience.Homes.Select(home => home.Place).ToHashSet();
        if (!homes.IsSubsetOf(turn.Welcomed))
        {
            foreach (var view in (await open.WaitingAsync(MostWaitingShown, cancellationToken)).Reverse())
            {
                await board.BringAsync(turn, view.Id, turn.Position + 1, view.Version, cancellationToken);
            }
        }

        turn.Welcomed = homes;
    }

    private async Task RetryAsync(BoardTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Late.IsEmpty)
        {
            turn.Pauses.Clear();
        }
        else if (turn.Pauses.AnyIsOver)
        {
            var began = time.GetUtcNow();
            foreach (var item in turn.Late.All)
            {
                await board.BringAsync(turn, item, turn.Position, version: 1, cancellationToken);
            }

            turn.Pauses.ForgetOver(began);
        }
    }

    private async Task ReadAsync(BoardTurn turn, CancellationToken cancellationToken)
    {
        // Of what another host wrote the states here are only as new as this process was told.
        var count = (int)Math.Min(BatchSize, journal.Known - turn.Position);
        if (count <= 0 || turn.Late.IsFull)
        {
            return;
        }

        var commits = await feed.ReadAsync(turn.Position, count, cancellationToken);
        foreach (var changes in commits.GroupBy(commit => commit.Stream))
        {
            if (changes.Key.Value.StartsWith("work/", StringComparison.Ordinal) && WorkItemId.TryParse(changes.Key.Value, out var item))
            {
                await board.BringAsync(turn, item, changes.First().Position, changes.Last().Version, cancellationToken);
            }
        }

        turn.Position = commits is [.., var last] ? last.Position : turn.Position;
    }

    private async Task WaitAsync(BoardTurn turn, CancellationToken cancellationToken)
    {
        if (journal.Known > turn.Position && !turn.Late.IsFull)
        {
            return;
        }

        var pause = turn.Late.IsEmpty || turn.Pauses.UntilNext > Look ? Look : turn.Pauses.UntilNext;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var change = turn.Late.IsFull ? Task.Delay(Timeout.InfiniteTimeSpan, time, over.Token) : feed.WaitAsync(turn.Position, over.Token);
        await Task.WhenAny(change, Task.Delay(pause > Gather ? pause : Gather, time, over.Token));
        var changed = change.IsCompletedSuccessfully;
        await over.CancelAsync();
        if (changed)
        {
            await Task.Delay(Gather, time, cancellationToken);
        }
    }
}
