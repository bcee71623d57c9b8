using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Testing;
using AiOs.Testing.Doubles;

namespace AiOs.Kernel.Tests.Support;

/// <summary>Kinds of effects of every outcome class, with and without a way back, and drafts that use them.</summary>
internal static class Outside
{
    public const int Drafts = 10;

    private static readonly EffectKind Pay = new("money.pay");
    private static readonly EffectKind Order = new("order.place");
    private static readonly EffectKind Transfer = new("bank.transfer");

    public static RecordId Berg { get; } = new("client", "berg");

    public static IEnumerable<IEffectConnector> Connectors() =>
    [
        new ScriptedConnector { Facts = _ => new EffectFacts { Counterparty = "anna@berg.example" } },
        new ScriptedConnector
        {
            Kind = EffectKind.NoteKeep,
            Category = EffectCategory.Internal,
            OutcomeClass = OutcomeClass.Keyed,
            Undo = Undo.Compensable,
            TakeBack = _ => Some.Note("taken back"),
        },
        new ScriptedConnector { Kind = Pay, Category = EffectCategory.Money, OutcomeClass = OutcomeClass.Keyed, Facts = _ => new EffectFacts { Cost = new Money(120_000, "EUR") } },
        new ScriptedConnector
        {
            Kind = Order,
            Category = EffectCategory.Contract,
            OutcomeClass = OutcomeClass.Queryable,
            NotFoundIsProof = true,
            Undo = Undo.Reversible,
            TakeBack = _ => new EffectDraft(Order, """{"cancel":"it"}"""),
        },
        new ScriptedConnector { Kind = Transfer, Category = EffectCategory.Money, OutcomeClass = OutcomeClass.Queryable, NotFoundIsProof = true, Undo = Undo.Compensable },
    ];

    /// <summary>What an agent drafts, relying on a Record as it is now.</summary>
    public static ProposalDraft Draft(int variant, long version)
    {
        var draft = Draft(variant);
        return version == 0 ? draft : draft with { Evidence = [new Evidence("record " + Berg, version, "Köln", Provenance.Record)] };
    }

    private static ProposalDraft Draft(int variant) => (variant % Drafts) switch
    {
        0 => Some.Proposal(Some.Email("Thank you.")),
        1 => Some.Proposal(Some.Note("asked"), Some.Email("Thank you.")),
        2 => Some.Proposal(Some.Email("It costs [?price].")) with { Question = "What does it cost?" },
        3 => Some.Proposal(Some.Note("asked"), Some.Note("asked again")),
        4 => Some.Proposal() with { Question = "What is this?" },
        5 => Some.Proposal(Some.Note("asked")) with { Question = "What is this?" },
        6 => Some.Proposal(new EffectDraft(Pay, """{"amount":"1200.00 EUR"}"""), Some.Email("Paid.")),
        7 => Some.Proposal(new EffectDraft(Order, """{"thing":"a chair"}"""), Some.Email("Ordered.")),
        8 => Some.Proposal(new EffectDraft(Transfer, """{"amount":"12.00 EUR"}""")),
        _ => Some.Proposal(Some.Note("asked"), new EffectDraft(Order, """{"thing":"a chair"}"""), Some.Email("Ordered.")),
    };
}
