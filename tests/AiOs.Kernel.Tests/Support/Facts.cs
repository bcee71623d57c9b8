using System.Globalization;
using System.Text;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Effects;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Support;

/// <summary>Single facts with ids that can be read.</summary>
internal static class Facts
{
    public static ApprovalId Approval { get; } = new(Id(1));

    public static EffectId Mail { get; } = new(Id(2));

    public static ProposalId Proposal { get; } = new(Id(3));

    public const string Nonce = "00112233445566778899aabbccddeeff";

    public static Digest Shown { get; } = Digest.Of("shown"u8);

    public static DateTimeOffset Expiry { get; } = Some.Moment.AddDays(7);

    public static Guid Id(int number) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"0199a000-0000-7000-8000-{number:x12}"));

    public static ApprovalRequested Asked(ApprovalId? id = null) => new(id ?? Approval, Proposal, [Mail], Shown, 1, "default-1", Expiry)
    {
        Personal = new ApprovalRequested.Words(Nonce, null, [], []),
    };

    public static Approval Open() => new() { Asked = Asked() };

    public static OperatorDecision Decision(DecisionKind kind, Digest? digest = null, string by = "operator", string? text = null) => new()
    {
        Approval = Approval,
        Kind = kind,
        Digest = digest ?? Shown,
        Nonce = Nonce,
        Channel = ChannelName.Web,
        By = by,
        Text = text,
    };

    public static ProposalDrafted.EffectLine Line(OutcomeClass outcome = OutcomeClass.Neither, int gaps = 0, EffectId? id = null) =>
        new(id ?? Mail, EffectKind.EmailSend, EffectCategory.Reputation, outcome, Digest.Of("bytes"u8), gaps);

    public static EffectAttempt Attempt(OutcomeClass outcome = OutcomeClass.Neither) => new()
    {
        Proposal = Proposal,
        Line = Line(outcome),
        Effect = new Effect(Mail, EffectKind.EmailSend, Encoding.UTF8.GetBytes("bytes"), Digest.Of("bytes"u8)),
    };
}
