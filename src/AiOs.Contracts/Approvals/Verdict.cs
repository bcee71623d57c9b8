namespace AiOs.Contracts.Approvals;

/// <summary>The policy's answer for one effect.</summary>
/// <param name="Rule">The name of the rule that decided.</param>
/// <param name="Sentence">The rule in one sentence, for people.</param>
public abstract record Verdict(string Rule, string Sentence)
{
    /// <summary>The effect may run unasked.</summary>
    /// <param name="Rule">The name of the rule that decided.</param>
    /// <param name="Sentence">The rule in one sentence.</param>
    public sealed record Allow(string Rule, string Sentence) : Verdict(Rule, Sentence);

    /// <summary>The operator decides.</summary>
    /// <param name="Rule">The name of the rule that decided.</param>
    /// <param name="Sentence">The rule in one sentence.</param>
    /// <param name="Tier">1: one tap. 2: type the amount or name. 3: second channel or cool-off.</param>
    public sealed record Ask(string Rule, string Sentence, int Tier) : Verdict(Rule, Sentence);

    /// <summary>The effect never runs.</summary>
    /// <param name="Rule">The name of the rule that decided.</param>
    /// <param name="Sentence">The rule in one sentence.</param>
    public sealed record Deny(string Rule, string Sentence) : Verdict(Rule, Sentence);
}
