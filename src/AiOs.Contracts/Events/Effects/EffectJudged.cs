using System.Text.Json.Serialization;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Events;

/// <summary>Policy gave its verdict on one effect. A later verdict takes the place of an earlier one.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Answer">Allow, ask or deny.</param>
/// <param name="Tier">1 to 3 where it asks; else 0.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Sentence">The rule in one sentence.</param>
/// <param name="Policy">The policy's version.</param>
public sealed record EffectJudged(EffectId Effect, EffectJudged.AnswerKind Answer, int Tier, string Rule, string Sentence, string Policy) : PersonalEvent<EffectJudged.Words>
{
    /// <summary>The class that autonomy is earned for: agent, kind, counterparty class and amount band; nothing where none can be earned.</summary>
    public string? Class { get; init; }

    /// <summary>What the effect spends, in minor units.</summary>
    public Money? Cost { get; init; }

    /// <summary>What the money is for.</summary>
    public string? Spend { get; init; }

    /// <summary>The three answers.</summary>
    [JsonConverter(typeof(KebabEnumConverter<AnswerKind>))]
    public enum AnswerKind
    {
        /// <summary>The operator decides.</summary>
        Ask,

        /// <summary>It may run unasked.</summary>
        Allow,

        /// <summary>It never runs.</summary>
        Deny,
    }

    /// <summary>Why, with the facts.</summary>
    /// <param name="Facts">The conditions that held, one clause each.</param>
    /// <param name="Otherwise">What would have had to be different for another answer, one sentence each.</param>
    public sealed record Words(IReadOnlyList<string> Facts, IReadOnlyList<string> Otherwise)
    {
        /// <summary>The rule in one sentence, in the operator's own words.</summary>
        public string? Sentence { get; init; }
    }

    /// <summary>The rule in one sentence, wherever it stands.</summary>
    [JsonIgnore]
    public string Because => Personal?.Sentence ?? Sentence;
}
