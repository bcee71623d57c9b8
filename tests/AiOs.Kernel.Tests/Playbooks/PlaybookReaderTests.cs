using AiOs.Kernel.Playbooks;
using AiOs.Kernel.Playbooks.Reading;

namespace AiOs.Kernel.Tests.Playbooks;

public sealed class PlaybookReaderTests
{
    private const string Head = "version: 1\nname: small\ntitle: A small one\n";
    private const string Note = "steps:\n  - name: one\n    note: { title: t, text: x }\n";

    public static TheoryData<int, string, string> Bad => new()
    {
        { 1, "empty", string.Empty },
        { 1, "empty", "  \n\n" },
        { 1, "lacks 'version'", "name: small\ntitle: x\n" + Note },
        { 1, "is no version", "version: 2\nname: small\ntitle: x\n" + Note },
        { 1, "lacks 'name'", "version: 1\ntitle: x\n" + Note },
        { 2, "small letters", "version: 1\nname: Small One\ntitle: x\n" + Note },
        { 2, "'main'", "version: 1\nname: main\ntitle: x\n" + Note },
        { 2, "about 'small'", "version: 1\nname: other\ntitle: x\n" + Note },
        { 1, "lacks 'title'", "version: 1\nname: small\n" + Note },
        { 1, "lacks 'steps'", Head },
        { 4, "not known in a playbook", Head + "colour: red\n" + Note },
        { 4, "second time", Head + "title: x\n" + Note },
        { 4, "list of one to 20", Head + "steps: []\n" },
        { 4, "list of one to 20", Head + "steps: 5\n" },
        { 5, "list of one to 20", Head + "steps:\n" + string.Concat(Enumerable.Range(0, 21).Select(n => $"  - name: s{n}\n    note: {{ title: t, text: x }}\n")) },
        { 5, "exactly one thing", Head + "steps:\n  - name: one\n" },
        { 5, "exactly one thing", Head + "steps:\n  - name: one\n    ask: a\n    note: { title: t, text: x }\n" },
        { 6, "not known in a step", Head + "steps:\n  - name: one\n    shout: a\n    ask: b\n" },
        { 7, "taken already", Head + Note.TrimEnd() + "\n  - name: one\n    ask: b\n" },
        { 5, "taken already", Head + "steps:\n  - name: today\n    ask: b\n" },
        { 6, "lacks 'subject'", Head + "steps:\n  - name: one\n    mail: { to: a@b.example, text: x }\n" },
        { 6, "not known here", Head + "steps:\n  - name: one\n    ask: \"{client.name}?\"\n" },
        { 6, "not known here", Head + "steps:\n  - name: one\n    ask: \"{answer.one}?\"\n" },
        { 6, "no partner", Head + "steps:\n  - name: one\n    ask: \"{client.name?\"\n" },
        { 6, "no partner", Head + "steps:\n  - name: one\n    ask: \"name}?\"\n" },
        { 6, "no partner", Head + "steps:\n  - name: one\n    ask: \"{}\"\n" },
        { 6, "no partner", Head + "steps:\n  - name: one\n    ask: \"{Client.Name}\"\n" },
        { 6, "needs an end", Head + "steps:\n  - name: one\n    wait: { on-reply: stop }\n" },
        { 6, "needs an end", Head + "steps:\n  - name: one\n    wait: { at-most: 7d, until-day: monday }\n" },
        { 6, "is no duration", Head + "steps:\n  - name: one\n    wait: { at-most: soon }\n" },
        { 6, "is no day of the week", Head + "steps:\n  - name: one\n    wait: { until-day: someday }\n" },
        { 6, "is no time of day", Head + "steps:\n  - name: one\n    wait: { until-day: monday, at: 9am }\n" },
        { 6, "no later step", Head + "steps:\n  - name: one\n    wait: { at-most: 7d, on-reply: one }\n" },
        { 6, "no later step", Head + "steps:\n  - name: one\n    wait: { at-most: 7d, on-reply: other }\n" },
        { 7, "is no on-no", Head + "steps:\n  - name: one\n    ask: a\n    on-no: maybe\n" },
        { 6, "no Record that a playbook may write", Head + "steps:\n  - name: one\n    record: { id: policy/main, fields: { a: b } }\n" },
        { 6, "no Record that a playbook may write", Head + "steps:\n  - name: one\n    record: { id: playbook/x, fields: { a: b } }\n" },
        { 6, "no Record that a playbook may write", Head + "steps:\n  - name: one\n    record: { id: Nowhere, fields: { a: b } }\n" },
        { 6, "one to 20 fields", Head + "steps:\n  - name: one\n    record: { id: project/x, fields: {} }\n" },
        { 6, "no name of a field", Head + "steps:\n  - name: one\n    record: { id: project/x, fields: { Big: b } }\n" },
        { 5, "one word only", Head + "trigger:\n  words: [chase]\n" + Note },
        { 5, "means /freeze already", Head + "trigger:\n  words: [stop everything]\n" + Note },
        { 5, "a yes or a no", Head + "trigger:\n  words: [do it]\n" + Note },
        { 5, "is no schedule", Head + "trigger:\n  schedule: \"never\"\n" + Note },
        { 5, "not known in the trigger", Head + "trigger:\n  mail: any\n" + Note },
        { 4, "cannot be for each playbook", Head + "for-each: { type: playbook }\n" + Note },
        { 4, "lacks 'type'", Head + "for-each: { where: [] }\n" + Note },
        { 6, "exactly one thing of its field", Head + "for-each:\n  type: client\n  where: [{ field: state }]\n" + Note },
        { 6, "exactly one thing of its field", Head + "for-each:\n  type: client\n  where: [{ field: state, is: a, exists: true }]\n" + Note },
        { 6, "not known here", Head + "for-each:\n  type: client\n  where: [{ field: invoice.state, is: a }]\n" + Note },
        { 6, "is no day", Head + "for-each:\n  type: invoice\n  where: [{ field: due, before: soon }]\n" + Note },
        { 6, "is no exists", Head + "for-each:\n  type: invoice\n  where: [{ field: due, exists: perhaps }]\n" + Note },
        { 4, "not known here", Head + "stop-when: [{ field: client.state, is: a }]\n" + Note },
        { 6, "Anchors", Head + "steps:\n  - name: one\n    ask: &a b\n" },
        { 4, "cannot be seen", Head + "# \u202E\n" + Note },
        { 1, "longer than 32 KiB", Head + "#" + new string('x', 33 * 1024) + "\n" + Note },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Read_BadText_IsRefusedWithItsLineAndReason(int line, string about, string text)
    {
        foreach (var written in new[] { text, text.Replace("\n", "\r\n", StringComparison.Ordinal) })
        {
            var bad = Assert.IsType<PlaybookReading.Bad>(PlaybookReader.Read(written, "small", cron => cron == "never" ? "it never comes" : null));

            Assert.Contains(about, bad.Reason, StringComparison.Ordinal);
            Assert.Equal(line, bad.Line);
            Assert.DoesNotContain('\n', bad.Reason);
        }
    }

    [Fact]
    public void Read_ShippedFiles_AreThreeAndGood()
    {
        Assert.Equal(["invoice-chase", "lead-follow-up", "weekly-content"], Books.Names);
        Assert.All(Books.Names, name => Assert.IsType<PlaybookReading.Good>(PlaybookReader.Read(Books.Shipped(name), name, _ => null)));
    }

    [Fact]
    public void Read_ShippedChase_SaysWhatItMeans()
    {
        var book = Books.Read(Books.Shipped("invoice-chase"));

        Assert.Equal("invoice", book.ForEach!.Type);
        Assert.Equal(5, book.ForEach.Where.Count);
        Assert.Equal(["friendly-reminder", "first-wait", "firmer-reminder", "second-wait", "decide", "keep-decision"], book.Steps.Select(step => step.Name));
        Assert.Equal(new ReplyLeads(Stops: false, To: 5), Assert.IsType<StepDoes.Wait>(book.Steps[1].Does).OnReply);
        Assert.Contains("chase overdue invoices", book.Words);
    }

    [Fact]
    public void Read_AnyTextCutAnywhere_NeverThrows()
    {
        var text = Books.Shipped("weekly-content");
        var good = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            good += PlaybookReader.Read(text[..at], name: null, _ => null) is PlaybookReading.Good ? 1 : 0;
            good += PlaybookReader.Read(text[at..], name: null, _ => null) is PlaybookReading.Good ? 1 : 0;
        }

        Assert.InRange(good, 2, text.Length);
    }
}
