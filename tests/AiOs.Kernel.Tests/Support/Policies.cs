using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Policy;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Support;

/// <summary>Policies of growing strictness, so that a sequence of commands can tighten and loosen them.</summary>
internal static class Policies
{
    private const string Ladder = "version: 1\nescalation: [ { after: 4h, by: reminder }, { after: 8h, by: other-channel } ]\nrules:\n";

    private static readonly string[] Categories = ["money", "contract", "reputation", "internal"];

    private static readonly string[] Rules =
    [
        Rule("money", "ask-2") + Rule("contract", "ask-3") + Rule("reputation", "ask-2") + Rule("internal", "allow"),
        Rule("internal", "ask") + Rule("reputation", "ask-3") + Rule("money", "ask-3") + Rule("contract", "ask-3"),
        Rule("money", "deny") + Rule("contract", "deny") + Rule("reputation", "ask") + Rule("internal", "allow"),
        Rule("money", "allow") + Rule("contract", "allow") + Rule("reputation", "allow") + Rule("internal", "allow"),
    ];

    private static readonly PolicyInForce[] All =
        [
            KernelHarness.BuiltIn,
            .. Rules.Select((rules, index) => new PolicyInForce("test@" + (index + 1), Read(Ladder + rules))),
            Resting("90s", "ask"),
            Resting("5m", "allow"),
        ];

    /// <summary>A policy under which what leaves for good rests so long before its first attempt.</summary>
    public static PolicyInForce Resting(string time, string answer) => new(
        $"resting-{time}-{answer}@1",
        Read($"version: 1\napprovals: {{ expireAfter: 1h, coolOff: 5m, undoSend: {time} }}\nescalation: []\nrules:\n" + string.Concat(Categories.Select(category => Rule(category, answer)))));

    public static int Count => All.Length;

    public static PolicyInForce Of(int level) => All[level % All.Length];

    /// <summary>What a policy says of an effect that is known by its line alone.</summary>
    public static Verdict Verdict(PolicyInForce policy, ProposalDrafted.EffectLine line) => policy.Document.Judge(new PolicyCase
    {
        Kind = line.Kind,
        Category = line.Category,
        Agent = AgentName.Execution,
        Provenance = Provenance.Operator,
        Confidence = Confidence.Certain,
        Local = Some.Moment,
    }).Verdict;

    private static string Rule(string category, string answer) =>
        $"  - {{ name: {category}-{answer}, when: {{ category: {category} }}, then: {answer}, because: \"So it is in this test.\" }}\n";

    private static PolicyDocument Read(string text) => ((PolicyReading.Good)PolicyReader.Read(text, "EUR")).Document;
}
