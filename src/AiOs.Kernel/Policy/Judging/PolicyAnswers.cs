using AiOs.Contracts.Approvals;

namespace AiOs.Kernel.Policy.Judging;

/// <summary>Answers as text, as verdicts and as words of a sentence.</summary>
internal static class PolicyAnswers
{
    private static readonly (PolicyAnswer Answer, string Text, string Would)[] All =
    [
        (PolicyAnswer.Allow, "allow", "would have allowed this"),
        (PolicyAnswer.Ask, "ask", "would have asked for one tap"),
        (PolicyAnswer.Ask2, "ask-2", "would have asked to type the amount or name"),
        (PolicyAnswer.Ask3, "ask-3", "would have asked in a second channel or after a cool-off"),
        (PolicyAnswer.Deny, "deny", "would have refused this"),
    ];

    public static IReadOnlyList<string> Texts { get; } = [.. All.Select(one => one.Text)];

    public static PolicyAnswer? Parse(string text) =>
        All.Where(one => one.Text == text).Select(one => (PolicyAnswer?)one.Answer).FirstOrDefault();

    public static string ToText(this PolicyAnswer answer) => All[(int)answer].Text;

    /// <summary>For a sentence: <c>would have allowed this</c>.</summary>
    public static string Would(this PolicyAnswer answer) => All[(int)answer].Would;

    public static PolicyAnswer OfTier(int tier) => tier switch
    {
        <= 1 => PolicyAnswer.Ask,
        2 => PolicyAnswer.Ask2,
        _ => PolicyAnswer.Ask3,
    };

    public static PolicyAnswer Of(Verdict verdict) => verdict switch
    {
        Verdict.Allow => PolicyAnswer.Allow,
        Verdict.Ask ask => OfTier(ask.Tier),
        _ => PolicyAnswer.Deny,
    };

    public static Verdict ToVerdict(this PolicyAnswer answer, string rule, string sentence) => answer switch
    {
        PolicyAnswer.Allow => new Verdict.Allow(rule, sentence),
        PolicyAnswer.Ask => new Verdict.Ask(rule, sentence, Tier: 1),
        PolicyAnswer.Ask2 => new Verdict.Ask(rule, sentence, Tier: 2),
        PolicyAnswer.Ask3 => new Verdict.Ask(rule, sentence, Tier: 3),
        _ => new Verdict.Deny(rule, sentence),
    };
}
