using System.Text;
using System.Text.Json;
using AiOs.Contracts.Events;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Tests.Support;

/// <summary>Folds events and writes states out, so that two ways of folding can be compared.</summary>
internal static class Fold
{
    public static WorkItem Of(WorkItem empty, IEnumerable<(JournalEvent Event, DateTimeOffset At)> events) =>
        events.Aggregate(empty, (item, fact) => (WorkItem)item.Apply(fact.Event, fact.At));

    /// <summary>What the journal would give back of an event.</summary>
    public static JournalEvent ThroughJson(JournalEvent happened)
    {
        using var clear = JsonDocument.Parse(Written(writer => EventCodec.WriteClear(writer, happened)));
        using var personal = JsonDocument.Parse(Written(writer => EventCodec.WritePersonal(writer, happened)));
        return EventCodec.Read(clear.RootElement, personal.RootElement);
    }

    public static byte[] Written(Action<Utf8JsonWriter> write)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output, EventCodec.WriterOptions))
        {
            write(writer);
        }

        return output.ToArray();
    }

    /// <summary>All of a state that a step or a person can see.</summary>
    public static string Text(WorkItem item)
    {
        var text = new StringBuilder();
        text.AppendLine($"{item.State} {item.WakeAt:O} {item.Ended} {item.Redraft} {item.OpenedAt:O} {item.IntentBy} {item.Intent?.Category} {item.Plan?.Id} {item.Plan?.Words?.Summary}");
        text.AppendLine($"{item.AgentFailures} {item.UndoAsked} {item.EndedAt:O} {item.Plan?.Compensates} {item.HasQuestion} {item.Question} {string.Join('|', item.OperatorWords)} {item.Content?.Text}");
        foreach (var effect in item.Effects)
        {
            var bytes = effect.Effect is null ? "forgotten" : Encoding.UTF8.GetString(effect.Effect.Bytes.Span);
            text.AppendLine($"{effect.Id} {effect.Phase} {effect.Attempt} {effect.Incarnation} {effect.Deadline:O} {effect.DecidedAt:O} {effect.Sentence} {TextOf(effect.Judged)} {effect.Line} {bytes}");
            text.AppendLine($"{effect.Calls} {effect.IsDoubtful} {string.Join(',', effect.Happened)} {effect.Asked} {effect.NotBefore:O} {effect.Reference} {effect.Grounds.Cost} {effect.Grounds.Counterparty}");
        }

        foreach (var approval in item.Approvals)
        {
            text.AppendLine($"{approval.Id} {approval.Phase} {approval.Decided} {approval.Reason} {approval.Asked.Digest} {approval.Asked.ExpiresAt:O} {approval.Nonce} {approval.Rung} {approval.WakeAt:O} {approval.Confirm} {approval.Half?.RipeAt:O}");
        }

        return text.ToString();
    }

    private static string TextOf(EffectJudged? judged) =>
        judged is null ? "not judged" : $"{judged.Answer} {judged.Tier} {judged.Rule} {judged.Because} {judged.Policy} {judged.Class} {judged.Cost} {judged.Spend} {string.Join('|', judged.Personal?.Facts ?? [])}";
}
