using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Intake;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Schemas;
using AiOs.Contracts.Text;

namespace AiOs.Agents.Records;

/// <summary>Drafts what the operator says that a Record holds: a new client, another rate, the business' own terms. Every value is in their words.</summary>
internal static class RecordDrafter
{
    private const int KeyLength = 8;

    /// <summary>Drafts the change.</summary>
    /// <param name="desk">A brief of typed words of the operator.</param>
    /// <param name="text">The words.</param>
    /// <returns>The proposal or one question; nothing where the words say nothing of a Record.</returns>
    public static ProposalDraft? Draft(DraftDesk desk, string text)
    {
        if (RecordRequest.Read(text) is not { } request)
        {
            return null;
        }

        var read = request.Pieces.Select(piece => (Words: piece, Piece: FieldPiece.Read(request.Type, piece, desk.Brief))).ToList();
        if (request.Name is null && read.TrueForAll(one => one.Piece is null))
        {
            return null;
        }

        var known = Known(desk.Brief, request, read.Select(one => one.Piece));
        if (request.Name is not null && known is not null)
        {
            return Ask(desk, $"{NamedParty.NameOf(known)} is {known.Id} already. What is to change? Say it as in “{known.Id} rate 90 EUR per hour”.");
        }

        if (read.FirstOrDefault(one => one.Piece is null).Words is { } unread && desk.Answers.Count == 0)
        {
            return Ask(desk, $"What is “{PlainText.Line(unread, 60)}”? Name the field before it, as in “phone: …”, or say “nothing” to leave it out.");
        }

        var pieces = read.Select(one => one.Piece).OfType<FieldPiece>().ToList();
        pieces.AddRange(desk.Answers.Select(answer => FieldPiece.Read(request.Type, answer, desk.Brief)).OfType<FieldPiece>());
        var fields = new Dictionary<string, RecordField>(StringComparer.Ordinal);
        if (request.Name is { } name)
        {
            fields["name"] = new(name, Provenance.Operator);
        }

        foreach (var piece in pieces)
        {
            fields[piece.Field] = new(piece.Value, Provenance.Operator);
        }

        return RecordType.Find(request.Type)?.FaultsIn(fields) is [var fault, ..]
            ? Ask(desk, $"That cannot be kept: {fault}. Say it again with that put right.")
            : Proposal(desk, request, known, fields);
    }

    private static ProposalDraft Proposal(DraftDesk desk, RecordRequest request, RecordSnapshot? known, Dictionary<string, RecordField> fields)
    {
        // Keys stand in clear in the journal, so a name is none.
        var id = known?.Id ?? new RecordId(request.Type, request.Key ?? (desk.Brief.WorkItem is { } item ? item.ToString()[^KeyLength..] : "new"));
        var changed = fields.Where(field => KnownFacts.Value(known, field.Key) != field.Value.Value).ToDictionary(StringComparer.Ordinal);
        if (changed.Count == 0)
        {
            return Said(desk, $"{id} says that already.", []) with { Reasons = ["you typed it", $"nothing is different ({KnownFacts.Cited(known!)})"] };
        }

        var write = new RecordWriteArguments
        {
            Record = id,
            ExpectedVersion = known?.Version ?? 0,
            Fields = changed,
            Reason = "you said so",
            People = [.. (known is null ? [] : RecordUnion.AddressesIn(known)).Concat(fields.TryGetValue("email", out var email) ? [email.Value] : []).Distinct(StringComparer.OrdinalIgnoreCase)],
        };
        var before = changed.Keys.Where(field => KnownFacts.Value(known, field) is not null).Select(field => $"{field} was “{PlainText.Line(known!.Fields[field].Value, 80)}” ({KnownFacts.Cited(known)})");
        return Said(desk, request.Name is { } name ? $"Keep {PlainText.Line(name, 60)} as a new {request.Type}, {id}." : $"Keep what you said of {id}: {string.Join(", ", changed.Keys)}.", [EffectDrafts.Record(write)])
            with
        { Reasons = ["you typed it", .. before] };
    }

    /// <summary>By its id, or by its name or address where only one has it.</summary>
    private static RecordSnapshot? Known(AgentBrief brief, RecordRequest request, IEnumerable<FieldPiece?> pieces)
    {
        if (request.Key is { } key)
        {
            return brief.Facts.FirstOrDefault(record => record.Id == new RecordId(request.Type, key));
        }

        var address = pieces.FirstOrDefault(piece => piece?.Field == "email")?.Value;
        var found = KnownFacts.Of(brief, request.Type).Where(record => NameForm.Of(NamedParty.NameOf(record)) == NameForm.Of(request.Name!)
            || (address is not null && RecordUnion.AddressesIn(record).Contains(address, StringComparer.OrdinalIgnoreCase))).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static ProposalDraft Ask(DraftDesk desk, string question) => Said(desk, "Something is to be kept; I need a word more.", []) with { Question = question };

    private static ProposalDraft Said(DraftDesk desk, string summary, IReadOnlyList<EffectDraft> effects) => new()
    {
        Summary = summary,
        Reasons = ["you typed it"],
        Evidence = [new Evidence("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator)],
        Confidence = Confidence.Certain,
        Effects = effects,
    };
}
