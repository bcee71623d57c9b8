using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Boards.Faces;

namespace AiOs.Kernel.Tests.Chat.Boards;

public sealed class CardPrintTests
{
    private static readonly ApprovalId Approval = new(new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]));

    private static readonly Card Plain = new()
    {
        WorkItem = new WorkItemId(new Guid(9, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11])),
        Title = "A question",
        Status = "Waiting",
        Tone = CardTone.Waiting,
        Blocks = [new CardBlock.Facts([new Fact("From", "Anna")]), new CardBlock.Text("Hello"), new CardBlock.Image("a line", new byte[] { 1, 2 })],
        Actions = [new CardAction.Decide(DecisionKind.Approve, Approval, Digest.Zero, "a1", Confirm: null)],
    };

    public static TheoryData<string> Parts => ["title", "status", "tone", "fact", "words", "picture", "order", "nonce", "confirm", "no button"];

    [Fact]
    public void Of_SameCardMadeAnew_IsTheSame() =>
        Assert.Equal(CardPrint.Of(Plain), CardPrint.Of(Plain with { Blocks = [new CardBlock.Facts([new Fact("From", "Anna")]), new CardBlock.Text("Hello"), new CardBlock.Image("a line", new byte[] { 1, 2 })] }));

    /// <summary>A print that forgot the buttons would leave a nonce in the chat that decides nothing.</summary>
    [Theory]
    [MemberData(nameof(Parts))]
    public void Of_OnePartDiffers_IsAnother(string part) => Assert.NotEqual(CardPrint.Of(Plain), CardPrint.Of(Other(part)));

    private static Card Other(string part) => part switch
    {
        "title" => Plain with { Title = "An answer" },
        "status" => Plain with { Status = "Done" },
        "tone" => Plain with { Tone = CardTone.Done },
        "fact" => Plain with { Blocks = [new CardBlock.Facts([new Fact("From", "Ben")]), .. Plain.Blocks.Skip(1)] },
        "words" => Plain with { Blocks = [Plain.Blocks[0], new CardBlock.Hint("Hello"), Plain.Blocks[2]] },
        "picture" => Plain with { Blocks = [.. Plain.Blocks.Take(2), new CardBlock.Image("a line", new byte[] { 1, 3 })] },
        "order" => Plain with { Blocks = [.. Plain.Blocks.Reverse()] },
        "nonce" => Plain with { Actions = [(CardAction.Decide)Plain.Actions[0] with { Nonce = "a2" }] },
        "confirm" => Plain with { Actions = [(CardAction.Decide)Plain.Actions[0] with { Confirm = "12 EUR" }] },
        _ => Plain with { Actions = [] },
    };
}
