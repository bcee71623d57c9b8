using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Intake;
using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Research.Answers;

/// <summary>
/// An answer in the order and with the connecting words of a model. Each sentence holds its passage word by word; around it stand only words of the
/// question and small words that deny nothing. What does not is dropped, and its passage stands as it was found. Pure.
/// </summary>
internal static class ConnectedAnswer
{
    private const int MaxSentence = 500;
    private const int MostAround = 120;

    private static readonly WordTable<bool> Connecting = WordTable<bool>.Of(
        (true, "the a an and also of on in at to for from with by as about it is are was were they we you our your their this that these then there here says say said wrote states noted your own according besides further finally first next last "
            + "der die das den dem des ein eine einen einem und auch von zu zum zur im in am an auf mit bei aus über es ist sind war waren sie wir ihr dazu dann hier laut außerdem ferner zuerst zuletzt steht sagt schrieb schrieben notiert"));

    private static readonly WordTable<bool> Denying = WordTable<bool>.Of(
        (true, "not no never none nothing neither nor without except but wrong false untrue isn wasn don didn doesn nicht nichts nie niemals kein keine keinen keiner keines keinem ohne außer aber falsch weder noch"));

    public static ProposalDraft Of(AgentBrief brief, ProposalDraft offline, IReadOnlyList<Passage> found, ResearchOutput written)
    {
        var asked = NamedParty.WordsOf(brief.Message.Text);
        var taken = new List<(int At, string Line)>();
        foreach (var sentence in written.Sentences)
        {
            if (sentence.Source >= 1 && sentence.Source <= found.Count && taken.TrueForAll(one => one.At != sentence.Source - 1)
                && PlainText.Line(sentence.Text, MaxSentence) is var text && Holds(text, found[sentence.Source - 1].Words, asked))
            {
                taken.Add((sentence.Source - 1, $"- {text} ({found[sentence.Source - 1].Where})"));
            }
        }

        if (taken.Count == 0)
        {
            return Told(offline, "no model had a part in this: nothing that it wrote stands on a passage word by word");
        }

        var lines = offline.Summary.Split('\n');
        var others = lines.Where((_, at) => taken.TrueForAll(one => one.At != at));
        var draft = Told(offline with { Summary = string.Join('\n', taken.Select(one => one.Line).Concat(others)) }, "ordered and connected by a model; the quotations are not its words");
        var left = written.Sentences.Count - taken.Count;
        return left > 0 ? Told(draft, $"a part of what the model wrote was left out: {left} of its sentences stand on no passage word by word") : draft;
    }

    private static bool Holds(string text, string quotation, HashSet<string> asked)
    {
        var at = text.IndexOf(quotation, StringComparison.Ordinal);
        if (at < 0)
        {
            return false;
        }

        var around = string.Concat(text.AsSpan(0, at), " ", text.AsSpan(at + quotation.Length));
        return around.Length <= MostAround && !around.Any(char.IsDigit) && !around.Contains('@', StringComparison.Ordinal) && !around.Contains('/', StringComparison.Ordinal)
            && NamedParty.WordsOf(around).All(word => !Denying.Contains(word) && (Connecting.Contains(word) || asked.Contains(word)));
    }

    private static ProposalDraft Told(ProposalDraft draft, string reason) => draft with { Reasons = [.. draft.Reasons, reason] };
}
