using AiOs.Channels.Web.Pages;
using AiOs.Channels.Web.Tests.Fakes;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Channels.Web.Tests.Pages;

/// <summary>Whatever stands in any value, the page has the elements that it has for a harmless one.</summary>
public sealed class EscapingTests
{
    private static readonly Times Clock = new(new FakeTimeProvider(Samples.Noon));

    public static TheoryData<string> Payloads =>
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</textarea></title></blockquote><h1>",
        "<!-- ",
        "javascript:alert(1)",
        "&lt;b&gt; &amp; <",
        "]]> {{x}} ${x} `",
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Render_ForeignTextEverywhere_AddsNoElement(string payload)
    {
        foreach (var state in new Func<string, WorkItemView>[] { Waiting, Asking, Decided })
        {
            Assert.Equal(Shape(Item(state("harmless"), "harmless")), Shape(Item(state(payload), payload)));
            Assert.Equal(Shape(Chat(state("harmless"), "harmless")), Shape(Chat(state(payload), payload)));
        }

        Assert.Equal(Shape(Journal("harmless")), Shape(Journal(payload)));
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Render_ForeignText_IsShownAsItStands(string payload)
    {
        var page = new HtmlPage(Item(Waiting(payload), payload));
        Assert.Equal(payload, page.Named("h1").Single().Text);
        Assert.Contains(page.Named("blockquote"), node => node.Text == payload);
        Assert.Contains(page.Named("dd"), node => node.Text == payload);
        Assert.Contains(page.All, node => node["class"] == "hint" && node.Text == payload);
    }

    [Fact]
    public void Render_BidiInAnyValue_NeverReachesThePage()
    {
        foreach (var state in new Func<string, WorkItemView>[] { Waiting, Asking, Decided })
        {
            Assert.DoesNotContain('\u202E', Item(state("a\u202Eb"), "a\u202Eb"));
            Assert.DoesNotContain('\u202E', Chat(state("a\u202Eb"), "a\u202Eb"));
        }
    }

    private static string[] Shape(string html) =>
        [.. new HtmlPage(html).All.Select(static node => $"{node.Name} {string.Join(' ', node.Attributes.Keys)} in {node.Parents.Count}")];

    private static string Item(WorkItemView item, string text) => ItemPage.Render(
        new ItemView(item, [new TimelineEntry(1, Samples.Noon, text, text, text)], text, text), Clock).ToString();

    private static string Chat(WorkItemView item, string text) => ChatPage.Render(
        new ChatView { Waiting = [item], Rest = [item with { Id = Samples.Id(9) }], FrozenBecause = text, Troubles = [text] }, Clock).ToString();

    private static string Journal(string text) => JournalHtml.Render(
        new JournalPage(1, Samples.DigestOf(1), [new JournalRow(1, Samples.Noon, new StreamId(text), 1, [text], Samples.DigestOf(1))]),
        new ChainReport(false, 1, 1, text),
        text,
        Clock).ToString();

    private static WorkItemView Waiting(string text) => Fill(Samples.Waiting(1), text);

    private static WorkItemView Asking(string text) => Fill(Samples.Asking(1), text) with { Question = text };

    private static WorkItemView Decided(string text)
    {
        var item = Fill(Samples.Unknown(1), text);
        return item with { Approvals = [item.Approvals[0] with { Decided = text }] };
    }

    private static WorkItemView Fill(WorkItemView item, string text)
    {
        IReadOnlyList<CardBlock> blocks =
        [
            new CardBlock.Text(text), new CardBlock.Hint(text), new CardBlock.Warning(text), new CardBlock.Facts([new Fact(text, text)]),
            new CardBlock.Quote(text, text), new CardBlock.Diff("same", "same\n" + text),
        ];
        var box = new Mailbox(text, text);
        return item with
        {
            Channel = new ChannelName(text),
            Card = item.Card with { Title = text, Status = text, Blocks = blocks },
            Why = item.Why with { Blocks = blocks },
            Effects = [new EffectView(Samples.Effect(1), new EffectKind(text), text, text, Samples.DigestOf(1), [text], text, text)],
            Message = new MessageContent
            {
                Origin = ContentOrigin.InlineForward,
                Text = text,
                Subject = text,
                Note = text,
                Sender = box,
                Forwarder = box,
                Recipients = [box, box],
                Copied = [box],
                SentAtText = text,
                Warnings = [text],
                Attachments = [new Attachment(text, text, 1, null) { Text = text }],
            },
            Intent = new Intent
            {
                Category = Category.Other,
                Confidence = new Confidence(400),
                Sure = false,
                Fields = [new ExtractedField(FieldName.Topic, text, text)],
                Reasons = [text],
            },
        };
    }
}
