using System.Collections.Immutable;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Autonomy;

/// <summary>
/// Which effects and questions belong to which classes. Only the newest are kept: ids sort by time,
/// and what is older than the last thousand effects that can have a class no longer speaks for or against it.
/// </summary>
internal sealed record EffectTraces
{
    public const int MostEffects = 1024;

    public const int MostQuestions = 512;

    public ImmutableSortedDictionary<string, EffectTrace> Effects { get; init; } = ImmutableSortedDictionary<string, EffectTrace>.Empty;

    /// <summary>The effects of each open question.</summary>
    public ImmutableSortedDictionary<string, ImmutableList<EffectId>> Questions { get; init; } = ImmutableSortedDictionary<string, ImmutableList<EffectId>>.Empty;

    public EffectTraces Draft(ProposalDrafted drafted) => this with
    {
        Effects = Bounded(Effects.SetItems(drafted.Effects.Select(line => KeyValuePair.Create(line.Effect.ToString(), new EffectTrace(drafted.Proposal, null, false)))), MostEffects),
    };

    /// <summary>A later verdict takes the place of an earlier one.</summary>
    public EffectTraces Judge(EffectJudged judged)
    {
        var key = judged.Effect.ToString();
        if (AutonomyClass.Parse(judged.Class) is null)
        {
            return this with { Effects = Effects.Remove(key) };
        }

        var trace = new EffectTrace(Effects.GetValueOrDefault(key)?.Proposal, judged.Class, judged.Answer is EffectJudged.AnswerKind.Allow);
        return this with { Effects = Bounded(Effects.SetItem(key, trace), MostEffects) };
    }

    /// <summary>Remembers what a question asks for, where any of it has a class.</summary>
    public EffectTraces Ask(ApprovalRequested asked)
    {
        var known = asked.Effects.Where(effect => Effects.ContainsKey(effect.ToString())).ToImmutableList();
        return known.IsEmpty
            ? this
            : new EffectTraces
            {
                Effects = Effects.SetItems(known.Select(effect => KeyValuePair.Create(effect.ToString(), Effects[effect.ToString()] with { Proposal = asked.Proposal }))),
                Questions = Bounded(Questions.SetItem(asked.Approval.ToString(), known), MostQuestions),
            };
    }

    /// <summary>The question is closed.</summary>
    public EffectTraces Close(ApprovalId approval) =>
        Questions.ContainsKey(approval.ToString()) ? this with { Questions = Questions.Remove(approval.ToString()) } : this;

    public EffectTrace? Of(EffectId effect) => Effects.GetValueOrDefault(effect.ToString());

    /// <summary>Each class in a question once, however many effects of it there are.</summary>
    public IReadOnlyList<string> ClassesIn(ApprovalId approval) =>
        Distinct((Questions.GetValueOrDefault(approval.ToString()) ?? []).Select(Of));

    public IReadOnlyList<string> ClassesIn(ProposalId proposal) => Distinct(Effects.Values.Where(trace => trace.Proposal == proposal));

    private static IReadOnlyList<string> Distinct(IEnumerable<EffectTrace?> traces) =>
        [.. traces.Select(trace => trace?.Class).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static ImmutableSortedDictionary<string, T> Bounded<T>(ImmutableSortedDictionary<string, T> all, int most)
    {
        while (all.Count > most)
        {
            all = all.Remove(all.Keys.First());
        }

        return all;
    }
}
