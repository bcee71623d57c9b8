using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Drafting.Letters;
using AiOs.Agents.Intake;
using AiOs.Agents.Sales.Ledger;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Negotiations;

namespace AiOs.Agents.Sales.Offers;

/// <summary>Prepares an offer that the operator typed: their words, the price and the terms of the client's Records, and the entry in the ledger.</summary>
internal static class OfferDrafter
{
    private const int MostPast = 3;

    public static ProposalDraft Draft(DraftDesk desk)
    {
        var words = string.Join('\n', desk.Answers.Prepend(desk.Message.Text));
        var clients = NamedParty.ClientsIn(desk.Brief, words);
        if (clients is not [var client])
        {
            return Ask(desk, clients.Count == 0
                ? "For which client is the offer? Name the Record, as in “client/berg”; /clients lists them, and “new client NAME, MAIL ADDRESS” makes one."
                : $"For which of these is the offer: {string.Join(", ", clients.Take(4).Select(one => one.Id))}?");
        }

        RecordSnapshot?[] near = [.. Nearest(desk.Brief, client)];
        var offer = Offer.Of(desk, client, near);
        if (offer.Subject.Length == 0)
        {
            return Ask(desk, $"What shall I offer {NamedParty.NameOf(client)}?");
        }

        if (offer is { Price: null, Rate: null })
        {
            return Missing(desk, new MissingFact(client.Id, "rate", $"You named no price, and no Record has one for {NamedParty.NameOf(client)}. What is the rate (such as “85 EUR per hour”)?", SensitiveKind.Amount));
        }

        if (KnownFacts.OurValue(client, "email") is not { } address)
        {
            return Missing(desk, new MissingFact(client.Id, "email", $"Which address does {NamedParty.NameOf(client)} have?", SensitiveKind.Recipient));
        }

        var terms = OfferTerms.Of(desk, SalesWords.Of(client, desk.German), near);
        var past = PastOffer.With(desk.Brief, client.Id).Take(MostPast).ToList();
        var elsewhere = PastOffer.WonElsewhere(desk.Brief, client.Id).Take(1).ToList();
        return new ProposalDraft
        {
            Summary = $"Offer {NamedParty.NameOf(client)} {offer.Subject}{(offer.Total is { } total ? $", {total}" : string.Empty)}, and keep it in the ledger.",
            Reasons = ["you asked for an offer", .. offer.Reasons, .. terms.Reasons, .. past.Select(one => one.Words), .. elsewhere.Select(one => $"with somebody else {one.Words}")],
            Evidence =
            [
                new Evidence("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator),
                .. offer.Evidence,
                KnownFacts.Evidence(client, "email"),
                .. past.Concat(elsewhere).Select(one => one.Evidence),
                .. Memories.Of(desk.Brief, client),
            ],
            Confidence = Confidence.Certain,
            Effects =
            [
                Mail(desk, client, address, offer, near, terms),
                LedgerDraft.Add(desk, client, NegotiationMove.Offer, offer.Total, offer.LedgerWords),
            ],
        };
    }

    private static EffectDraft Mail(DraftDesk desk, RecordSnapshot client, string address, Offer offer, RecordSnapshot?[] near, OfferTerms terms)
    {
        var words = SalesWords.Of(client, desk.German);
        var contract = near.OfType<RecordSnapshot>().FirstOrDefault(record => record.Id.Type == "contract");
        return EffectDrafts.Mail(new EmailSendArguments
        {
            To = [new Mailbox(KnownFacts.Value(client, "name"), address)],
            Subject = Sentences.Fill(words.Subject, PlainText.Line(offer.Subject, 60)),
            Text = Letter.Write(
                words.Wording,
                KnownFacts.Value(client, "contact") ?? KnownFacts.Value(client, "name"),
                desk.Brief.OperatorName,
                Sentences.Fill(words.Opening, offer.Subject),
                offer.Lines(words),
                string.Join('\n', ((string[])[.. terms.Lines, Term(words.Notice, contract, "notice")]).Where(line => line.Length > 0)),
                words.Closing),
        });
    }

    private static string Term(string sentence, RecordSnapshot? record, string field) =>
        KnownFacts.OurValue(record, field) is { } value ? Sentences.Fill(sentence, PlainText.Line(value, 80)) : string.Empty;

    /// <summary>Where prices and terms are looked for: contracts and named projects of the client, the client, then what holds for everybody.</summary>
    private static IEnumerable<RecordSnapshot?> Nearest(AgentBrief brief, RecordSnapshot client) =>
    [
        .. KnownFacts.About(brief, "project", client.Id).Where(project => NamedParty.Holds(brief.Message.Text, project.Id.ToString())),
        .. KnownFacts.About(brief, "contract", client.Id).Where(contract => KnownFacts.Value(contract, "state") is not ("ended" or "cancelled")),
        client,
        brief.Facts.FirstOrDefault(record => record.Id == KnownFacts.Own),
    ];

    private static ProposalDraft Missing(DraftDesk desk, MissingFact missing) => Ask(desk, missing.Question) with { Question = null, Missing = missing };

    private static ProposalDraft Ask(DraftDesk desk, string question) => new()
    {
        Summary = "An offer is wanted; I need a word more.",
        Reasons = ["you asked for an offer"],
        Evidence = [new Evidence("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator)],
        Confidence = Confidence.Certain,
        Question = question,
    };
}
