using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using AiOs.Contracts;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Effects;

/// <summary>Every kind of effect there is, and what each declares. What is not declared cannot be proposed.</summary>
internal sealed class EffectCatalog(IEnumerable<IEffectConnector> connectors, IdSource ids, IEntropy entropy)
{
    private const int SaltLength = 16;
    private const int KeptPreviews = 512;
    private const int LongestClear = 64;

    private readonly FrozenDictionary<EffectKind, IEffectConnector> _connectors = connectors.ToFrozenDictionary(connector => connector.Kind);

    private readonly ConcurrentDictionary<Digest, EffectPreview> _previews = [];

    public IEffectConnector Find(EffectKind kind) =>
        _connectors.TryGetValue(kind, out var connector)
            ? connector
            : throw new AiOsException($"No connector does '{kind}'; configure the part that does it.");

    public EffectTerms TermsOf(EffectKind kind)
    {
        var connector = Find(kind);
        return new EffectTerms(connector.AttemptTimeout, connector.SettleTime, connector.NotFoundIsProof) { KeepsKeys = connector.KeepsKeys };
    }

    /// <summary>What the connector reads from the exact bytes.</summary>
    public EffectFacts FactsOf(Effect effect)
    {
        var facts = Find(effect.Kind).Examine(effect);
        return IsClear(facts.Cost?.Currency) && IsClear(facts.Spend)
            ? facts
            : throw new AiOsException($"What '{effect.Kind}' would cost cannot be read: the currency or what it goes to is no plain word.");
    }

    /// <summary>A preview is a pure function of the bytes, so it is kept by their digest.</summary>
    public EffectPreview PreviewOf(Effect effect)
    {
        if (_previews.TryGetValue(effect.Digest, out var known))
        {
            return known;
        }

        if (_previews.Count >= KeptPreviews)
        {
            _previews.Clear();
        }

        return _previews[effect.Digest] = Find(effect.Kind).Preview(effect);
    }

    /// <summary>Drops what was read from effects before, since a subject was forgotten.</summary>
    public void ForgetPreviews() => _previews.Clear();

    public Effect Fix(EffectDraft draft)
    {
        Span<byte> salt = stackalloc byte[SaltLength];
        entropy.Fill(salt);
        try
        {
            return EffectBytes.Fix(draft, new EffectId(ids.Next()), salt);
        }
        catch (JsonException fault)
        {
            throw new AiOsException($"An agent proposed '{draft.Kind}' with arguments that cannot be read.", fault);
        }
    }

    /// <summary>Both stand in the journal in clear, so they are short plain words or nothing.</summary>
    private static bool IsClear(string? word) => word is null || (word.Length is > 0 and <= LongestClear && word.All(letter => letter is > ' ' and <= '~'));

    public ProposalDrafted.EffectLine LineOf(Effect effect)
    {
        var connector = Find(effect.Kind);
        return new ProposalDrafted.EffectLine(effect.Id, effect.Kind, connector.Category, connector.OutcomeClass, effect.Digest, PreviewOf(effect).Gaps.Count)
        {
            Undo = connector.Undo is Undo.Final ? null : connector.Undo,
        };
    }

    /// <summary>One clear question for what is missing in the effects of a plan.</summary>
    public string QuestionFor(WorkItem item)
    {
        var gaps = item.CurrentEffects.Where(effect => effect.Effect is not null).SelectMany(effect => PreviewOf(effect.Effect!).Gaps);
        return $"Before this can be approved something is missing: {string.Join("; ", gaps)}. What shall it be?";
    }
}
