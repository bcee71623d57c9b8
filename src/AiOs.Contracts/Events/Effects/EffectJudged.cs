using System.Text.Json.Serialization;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Events;

/// <summary>Policy gave its verdict on one effect.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Answer">Allow, ask or deny.</param>
/// <param name="Tier">1 to 3 where it asks; else 0.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Sentence">The rule in one sentence.</param>
/// <param name="Policy">The policy's version.</param>
public sealed record EffectJudged(EffectId Effect, EffectJudged.AnswerKind Answer, int Tier, string Rule, string Sentence, string Policy) : JournalEvent
{
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
}
