using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;
using AiOs.Kernel.Autonomy;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Controls;

/// <summary>Lists what autonomy was earned, and takes the operator's word for it.</summary>
internal sealed class AutonomyControl(WorkspaceJournal journal, PolicyShelf policies, TimeProvider time)
{
    public IReadOnlyList<AutonomyView> List() =>
        [.. journal.Ledger.Autonomy.List(time.Instant(), policies.Latest.Document.Autonomy).Select(ViewOf)];

    public async Task<ControlOutcome> SetAsync(string name, bool accept, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        var request = new AppendRequest
        {
            Stream = StreamId.Autonomy,
            Cause = accept ? "autonomy/accept" : "autonomy/revoke",
            Decide = at => accept ? Accept(at.Ledger.Autonomy, name, channel, by) : Revoke(at.Ledger.Autonomy, name, channel, by),
        };
        var recorded = await journal.AppendAsync(request, cancellationToken) is AppendResult.Appended;
        return (recorded, accept) switch
        {
            (true, true) => new ControlOutcome(Accepted: true, $"{name} runs unasked from now on; a rejection, a change or a failure ends it at once."),
            (true, false) => new ControlOutcome(Accepted: true, $"{name} is asked about again."),
            (_, true) => new ControlOutcome(Accepted: false, $"No offer is open for {name}; /autonomy lists what there is."),
            _ => new ControlOutcome(Accepted: false, $"Nothing was given or offered for {name}; /autonomy lists what there is."),
        };
    }

    private static IReadOnlyList<JournalEvent> Accept(AutonomyLedger ledger, string name, ChannelName channel, string by) =>
        ledger.IsOffered(name) && !string.IsNullOrWhiteSpace(by) && !string.IsNullOrWhiteSpace(channel.Value) ? [new AutonomyAccepted(name, channel, by)] : [];

    private static IReadOnlyList<JournalEvent> Revoke(AutonomyLedger ledger, string name, ChannelName channel, string by) =>
        ledger.Classes.GetValueOrDefault(name) is { Grant: not null } or { OfferOpen: true } ? [new AutonomyRevoked(name, channel, by)] : [];

    private static AutonomyView ViewOf(AutonomyLine line) =>
        new(line.Class, KebabEnumConverter<AutonomyPhase>.ToText(line.Phase), line.Seen, line.Unedited, SentenceOf(line));

    private static string SentenceOf(AutonomyLine line) => line switch
    {
        { Phase: AutonomyPhase.Granted, Standing.Grant: { } grant } => $"Runs unasked since {Day(grant.Since)}; used {grant.Uses} times, last on {Day(grant.LastUsed)}.",
        { Phase: AutonomyPhase.Offered } => $"{line.Unedited} of the last {line.Seen} were approved as drafted; this would have run those {line.Unedited} unasked. Accept it or turn it down.",
        { Phase: AutonomyPhase.Decayed, Standing.Grant: { } grant } => $"Ran unasked since {Day(grant.Since)}, but went unused for too long.",
        { Standing.Fall: { } fall } => $"Asked about since {Day(fall.At)}: {fall.Why}. {line.Standing.Run} approved as drafted since then.",
        _ => $"{line.Standing.Run} in a row were approved as drafted.",
    };

    private static string Day(DateTimeOffset at) => InstantConverter.ToText(at)[..10];
}
