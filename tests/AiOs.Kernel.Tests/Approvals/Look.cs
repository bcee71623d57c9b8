using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;

namespace AiOs.Kernel.Tests.Approvals;

/// <summary>Holds what everybody was told against how the cards ended.</summary>
internal sealed record Look
{
    public int Taps { get; init; }

    public int Winners { get; private set; }

    public int Told { get; private set; }

    public int Approved { get; private set; }

    public int Rejected { get; private set; }

    public int Changed { get; private set; }

    public List<string> Faults { get; } = [];

    public void Take(WorkItemView item, ApprovalView card, Tapped[] taps)
    {
        var winners = taps.Where(tap => tap.Outcome.Accepted).ToArray();
        Winners += winners.Length;
        Told += taps.Length - winners.Length;
        if (winners is not [var winner])
        {
            Faults.Add($"{winners.Length} winners of {taps.Length} taps");
            return;
        }

        var (state, verb, itemState, sentence) = Truth(winner.Decision.Kind);
        Count(winner.Decision.Kind);
        var truth = $"{verb} by {winner.Decision.By} in {winner.Decision.Channel} at ";
        Must(card.State == state && card.Decided!.StartsWith(truth, StringComparison.Ordinal), $"{winner.Decision.Kind} won and the card says {card.State}: {card.Decided}");
        Must(item.State == itemState, $"{winner.Decision.Kind} won and the work item is {item.State}");
        Must(winner.Outcome.Sentence == sentence, $"{winner.Decision.Kind} won and was told: {winner.Outcome.Sentence}");
        foreach (var loser in taps.Where(tap => tap != winner))
        {
            Must(loser.Outcome.Sentence.Contains(card.Decided!, StringComparison.Ordinal), $"{verb} is true, and a loser was told: {loser.Outcome.Sentence}");
            Must(loser.Outcome.Item!.Approvals.First(one => one.Id == card.Id).State == state, "a loser was shown another state");
        }
    }

    public override string ToString() => $"{Taps} taps: {Winners} winners ({Approved} approved, {Rejected} rejected, {Changed} changed), {Told} told the state, {Faults.Count} faults";

    private static (string State, string Verb, WorkItemState Item, string Sentence) Truth(DecisionKind kind) => kind switch
    {
        DecisionKind.Approve => ("granted", "Approved", WorkItemState.Done, "It is done."),
        DecisionKind.Reject => ("rejected", "Rejected", WorkItemState.Rejected, "Rejected; nothing was done."),
        _ => ("superseded", "Changed", WorkItemState.AwaitingApproval, "There is a new card; look at it and decide."),
    };

    private void Count(DecisionKind kind)
    {
        Approved += kind is DecisionKind.Approve ? 1 : 0;
        Rejected += kind is DecisionKind.Reject ? 1 : 0;
        Changed += kind is DecisionKind.Change ? 1 : 0;
    }

    private void Must(bool holds, string fault)
    {
        if (!holds)
        {
            Faults.Add(fault);
        }
    }
}
