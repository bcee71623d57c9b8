using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Changes;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Intake;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Editor.Posts;

/// <summary>
/// The sentences that a text is made of: what the operator said for it, else their notes and briefs about the topic. What is about a person or a client
/// is left out: it was not written to be published.
/// </summary>
/// <param name="Sentences">The sentences, in order.</param>
/// <param name="Evidence">Where they stand.</param>
/// <param name="FromOperator">Whether they were said for this text.</param>
internal sealed record PostPoints(IReadOnlyList<string> Sentences, IReadOnlyList<Evidence> Evidence, bool FromOperator)
{
    private const int Most = 6;
    private const int LongWord = 4;
    private const int MaxSentence = 300;

    public static PostPoints Of(DraftDesk desk, string topic)
    {
        var said = desk.Answers.Select(ChangeReader.Read).Select(change => change switch
        {
            ChangeRequest.Say say => say.Text,
            ChangeRequest.NewText text => text.Text,
            ChangeRequest.Unclear { IsInstruction: false } words => DraftDesk.Sentence(words.Words),
            _ => string.Empty,
        }).Where(words => words.Length > 0).ToList();
        var noted = Noted(desk.Brief, topic);
        return said.Count > 0 && (noted.Count == 0 || desk.Answers.Any(answer => ChangeReader.Read(answer) is ChangeRequest.NewText))
            ? new PostPoints(said, [.. said.Select(words => new Evidence("message", null, PlainText.Line(words, 120), Provenance.Operator))], FromOperator: true)
            : new PostPoints([.. noted.Select(one => one.Sentence), .. said], [.. noted.Select(one => one.Evidence).DistinctBy(evidence => evidence.Quote)], FromOperator: false);
    }

    private static List<(string Sentence, Evidence Evidence)> Noted(AgentBrief brief, string topic)
    {
        var wanted = NamedParty.WordsOf(topic).Where(word => word.Length >= LongWord).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. (from one in brief.Context.Recollections
                where one.Item is { Provenance: Provenance.Operator, Kind: KnowledgeKind.Note or KnowledgeKind.Brief } && !one.Item.Subjects.Any(IsPrivate)
                from sentence in Cut(one.Item.Text)
                where NamedParty.WordsOf(sentence + " " + (one.Item.Kind is KnowledgeKind.Note ? one.Item.Title : string.Empty)).Overlaps(wanted)
                let request = TypedRequest.Read(sentence)
                where request.Kind is TypedRequestKind.None or TypedRequestKind.Note
                select (Sentence: DraftDesk.Sentence(request.Rest), Evidence: new Evidence("knowledge " + one.Item.Id, null, PlainText.Line(sentence, 120), one.Item.Provenance))).DistinctBy(one => one.Sentence).Take(Most),
        ];
    }

    private static bool IsPrivate(string subject) => subject.StartsWith("person/", StringComparison.Ordinal) || subject.StartsWith("record/client/", StringComparison.Ordinal) || subject.StartsWith("record/vendor/", StringComparison.Ordinal);

    private static IEnumerable<string> Cut(string text) =>
        text.Split('\n').SelectMany(line => line.Split(". ")).Select(sentence => PlainText.Line(sentence, MaxSentence, addresses: false)).Where(sentence => sentence.Contains(' ', StringComparison.Ordinal) && !sentence.EndsWith('?'));
}
