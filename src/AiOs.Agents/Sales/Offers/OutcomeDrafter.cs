using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Intake;
using AiOs.Agents.Sales.Ledger;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records.Negotiations;

namespace AiOs.Agents.Sales.Offers;

/// <summary>Writes into the ledger how an offer ended, as the operator said it: <c>won client/berg: the website for 4,000 EUR</c>.</summary>
internal static class OutcomeDrafter
{
    private const int MaxWords = 160;

    private static readonly PhraseSet Lost = new("lost", "we lost", "deal lost", "verloren");

    private static readonly char[] Marks = [' ', ':', ',', '-', '.'];

    public static ProposalDraft Draft(DraftDesk desk)
    {
        var words = string.Join('\n', desk.Answers.Prepend(desk.Message.Text));
        if (NamedParty.ClientsIn(desk.Brief, words) is not [var client])
        {
            return Ask(desk, "With which client? Name the Record, as in “client/berg”; /clients lists them, and “new client NAME, MAIL ADDRESS” makes one.");
        }

        var open = LedgerDraft.OpenOf(desk.Brief, client);
        if (open.Count > 1)
        {
            return Ask(desk, $"Several offers to {client.Id} are open: {string.Join(", ", open.Select(KnownFacts.Cited))}. I can end only one that stands alone; end the others first.");
        }

        var move = Lost.TryFind(desk.Message.Text.TrimStart(), out var at, out _) && at == 0 ? NegotiationMove.Lost : NegotiationMove.Won;
        var offered = open is [var one] ? NegotiationLedger.Of(one.Fields).LastOffer : null;
        var said = desk.Brief.Intent.Fields.Concat(desk.AnswerFields).FirstOrDefault(field => field.Amount is { Minor: > 0 })?.Amount;
        var amount = said ?? (move is NegotiationMove.Won ? offered?.Amount : null);
        var reason = Reason(desk, client.Id.ToString(), NamedParty.NameOf(client));
        if (reason.Length == 0)
        {
            return Ask(desk, move is NegotiationMove.Won ? $"What was agreed with {NamedParty.NameOf(client)}, in a few words?" : $"Why was it lost with {NamedParty.NameOf(client)}, in a few words?");
        }

        return new ProposalDraft
        {
            Summary = $"Keep in the ledger of {NamedParty.NameOf(client)} that it was {(move is NegotiationMove.Won ? "won" : "lost")}{(amount is null ? string.Empty : $", {amount}")}: {reason}",
            Reasons = ["you said how it ended", .. open is [var ledger] && offered is not null ? (string[])[new PastOffer(ledger, offered).Words] : ["no offer is open there, so it is a new ledger"]],
            Evidence = [new Evidence("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator), .. open is [var cited] && offered is not null ? (Evidence[])[new PastOffer(cited, offered).Evidence] : []],
            Confidence = Confidence.Certain,
            Effects = [LedgerDraft.Add(desk, client, move, amount, reason)],
        };
    }

    private static string Reason(DraftDesk desk, string id, string name)
    {
        var rest = PlainText.Line(TypedRequest.Read(desk.Message.Text).Rest, MaxWords);
        foreach (var called in (string[])[id, name, name.Split(' ')[0]])
        {
            rest = NamedParty.Holds(rest, called) ? rest.Replace(called, string.Empty, StringComparison.OrdinalIgnoreCase) : rest;
        }

        rest = rest.Trim(Marks);
        return rest.Length > 0 ? rest : desk.Answers.Count > 0 ? PlainText.Line(desk.Answers[^1], MaxWords).Trim(Marks) : string.Empty;
    }

    private static ProposalDraft Ask(DraftDesk desk, string question) => new()
    {
        Summary = "An offer ended; I need a word more.",
        Reasons = ["you said how it ended"],
        Evidence = [new Evidence("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator)],
        Confidence = Confidence.Certain,
        Question = question,
    };
}
