using AiOs.Agents.Intake;
using AiOs.Agents.Tests.Intake.HeldOut;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;

namespace AiOs.Agents.Tests.Intake.Parts;

public sealed class PartsTests(ITestOutputHelper output)
{
    private static readonly IntakeAgent Agent = new();

    /// <summary>A false split costs more than a missed one: so it may split little, and wrongly next to nothing.</summary>
    [Fact]
    public void Understand_LettersOfOneAndOfSeveralRequests_SplitsOnlyWhatIsSeveral()
    {
        var (right, split, several) = (0, 0, 0);
        var letters = Letters();
        foreach (var (text, wanted) in letters)
        {
            var parts = Agent.Understand(Some.Case(Some.Mail(text))).Parts;
            several += wanted.Length > 1 ? 1 : 0;
            split += parts.Count > 0 ? 1 : 0;
            var hit = parts.Count > 0 && parts.Select(part => KindOf(part.Category)).SequenceEqual(wanted.Select(Same));
            right += hit ? 1 : 0;
            if (!hit && (parts.Count > 0 || wanted.Length > 1))
            {
                output.WriteLine($"{string.Join(' ', wanted)} read as {string.Join(' ', parts.Select(part => part.Category))}: {text.ReplaceLineEndings(" ")}");
            }
        }

        output.WriteLine($"{letters.Count} letters, {several} of several requests; {split} split, {right} of them right");
        Assert.True(several >= 40 && letters.Count - several >= 60);
        Assert.True(right >= 0.97 * split, $"{right} of {split} splits right");
        Assert.True(right >= 0.5 * several, $"{right} of {several} found");
    }

    [Fact]
    public void Understand_MailsOfOneCategory_AreNeverSplit() =>
        Assert.DoesNotContain(HeldOutMails.Read(), one => Agent.Understand(Some.Case(one.Mail)).Parts.Count > 0);

    [Fact]
    public void Understand_SeveralRequests_PartsAreStretchesOfTheTextInOrder()
    {
        var checkedParts = 0;
        foreach (var (text, _) in Letters())
        {
            var end = 0;
            foreach (var part in Agent.Understand(Some.Case(Some.Mail(text))).Parts)
            {
                Assert.InRange(part.Start, end, text.Length - 1);
                Assert.InRange(part.Length, 1, text.Length - part.Start);
                end = part.Start + part.Length;
                checkedParts++;
            }
        }

        Assert.True(checkedParts >= 40);
    }

    [Fact]
    public void Understand_AutomaticTypedOrSortedBefore_IsNeverSplit()
    {
        var text = Letters().First(letter => Agent.Understand(Some.Case(Some.Mail(letter.Text))).Parts.Count > 0).Text;
        var mail = Some.Mail(text);
        var sorted = Some.Case(mail) with { Lessons = [new Lesson.Sorted(Category.Other) { Number = 1, At = Some.Monday, Source = new StreamId("work/1"), Category = Category.Meeting }] };

        Assert.Empty(Agent.Understand(Some.Case(mail with { Automatic = true })).Parts);
        Assert.Empty(Agent.Understand(Some.Case(Some.Typed(text), Authority.Operator)).Parts);
        Assert.Empty(Agent.Understand(sorted).Parts);
    }

    private static List<(string Text, string[] Kinds)> Letters()
    {
        using var stream = typeof(PartsTests).Assembly.GetManifestResourceStream("Parts.letters")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split("== ", StringSplitOptions.RemoveEmptyEntries).Select(block =>
            (block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim(), block[..block.IndexOf('\n', StringComparison.Ordinal)].Trim().Split(' ')))];
    }

    private static string Same(string kind) => kind is "inquiry" or "complaint" ? "work" : kind;

    private static string KindOf(Category category) => category switch
    {
        Category.Inquiry or Category.ClientRequest or Category.Complaint => "work",
        Category.InvoiceReceived or Category.Payment => "money",
        Category.Meeting => "meeting",
        Category.Contract => "contract",
        Category.ContentIdea => "content",
        _ => "other",
    };
}
