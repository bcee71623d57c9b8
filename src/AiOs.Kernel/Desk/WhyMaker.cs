using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Desk;

/// <summary>Explains a work item: what Intake saw, why the agent proposes this, and which rule decided.</summary>
internal static class WhyMaker
{
    private const int MostValues = 20;

    public static Card Of(WorkItem item)
    {
        var blocks = new List<CardBlock>(8);
        if (item.Intent is { Reasons.Count: > 0 } intent)
        {
            blocks.Add(new CardBlock.Facts([.. intent.Reasons.Select(reason => new Fact(item.IntentBy ?? "intake", reason))]));
        }

        if (item.Plan?.Words is { } words)
        {
            blocks.Add(new CardBlock.Facts([.. words.Reasons.Select(reason => new Fact(item.Plan.Agent.Value, reason))]));
            blocks.Add(new CardBlock.Facts([.. words.Evidence.Select(evidence => new Fact(SourceOf(evidence), evidence.Quote))]));
            blocks.Add(new CardBlock.Facts(
            [
                .. (words.Conflicts ?? []).Select(conflict => new Fact("Contradicted", conflict)),
                .. (words.Remembered ?? []).Select(line => new Fact("Remembered", line)),
            ]));
        }

        foreach (var effect in item.CurrentEffects)
        {
            if (effect.Judged is { } judged)
            {
                blocks.Add(new CardBlock.Facts(
                [
                    new Fact("Effect", effect.Line.Kind.Value),
                    new Fact("Rule", $"{judged.Rule} (policy {judged.Policy})"),
                    new Fact("Which says", judged.Because),
                    .. (judged.Personal?.Facts ?? []).Select(fact => new Fact("Since", fact)),
                    .. effect.Grounds.Values.Take(MostValues).Select(value => new Fact(value.Name, $"{value.Value}: {PlaceOf(value)}")),
                    .. (judged.Personal?.Otherwise ?? []).Select(other => new Fact("Otherwise", other)),
                    new Fact("Exact bytes", "SHA-256 " + effect.Line.Digest),
                ]));
            }
        }

        return new Card { WorkItem = item.Id, Title = "Why", Status = string.Empty, Tone = CardTone.Neutral, Blocks = blocks };
    }

    private static string PlaceOf(GroundedValue value) => value switch
    {
        { Record: { } record, Version: { } version } => $"{record}, version {version}",
        { Provenance: Provenance.Operator } => value.Place,
        _ => value.Place + ", which nothing of yours confirms",
    };

    private static string SourceOf(Contracts.Proposals.Evidence evidence) =>
        evidence.Version is { } version ? $"{evidence.Source}, version {version}" : evidence.Source;
}
