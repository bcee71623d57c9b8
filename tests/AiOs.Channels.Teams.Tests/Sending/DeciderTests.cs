using AiOs.Channels.Teams.Connector;

namespace AiOs.Channels.Teams.Tests.Sending;

public sealed class DeciderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Send", 408, null, "Unknown")]
    [InlineData("Send", 412, null, "Unknown")]
    [InlineData("Send", 500, null, "Unknown")]
    [InlineData("Send", 503, null, "Unknown")]
    [InlineData("Update", 412, null, "Again")]
    [InlineData("Update", 504, null, "Again")]
    [InlineData("Open", 502, null, "Again")]
    [InlineData("Send", 429, null, "Again")]
    [InlineData("Send", 401, null, "NewToken")]
    [InlineData("Send", 202, null, "Done")]
    [InlineData("Send", 403, "ConversationBlockedByUser", "PlaceGone")]
    [InlineData("Update", 404, "ConversationNotFound", "PlaceGone")]
    [InlineData("Update", 404, "ActivityNotFoundInConversation", "MessageGone")]
    [InlineData("Update", 404, null, "MessageGone")]
    [InlineData("Send", 403, "Other", "Refused")]
    [InlineData("Send", 400, "BadSyntax", "Refused")]
    [InlineData("Send", 302, null, "Refused")]
    public void Of_EachAnswer_IsAsListed(string verb, int status, string? code, string move) =>
        Assert.Equal(move, AnswerRules.Of(Enum.Parse<ConnectorVerb>(verb), new ConnectorAnswer.Came(status, code, null, null), 1, renewed: false).GetType().Name);

    [Fact]
    public void Of_CodeThatIsNoWord_IsNotRepeated() =>
        Assert.Equal("Teams does not take the message (400).", Assert.IsType<NextMove.Refused>(AnswerRules.Of(ConnectorVerb.Send, new ConnectorAnswer.Came(400, "<b>x y", null, null), 1, renewed: false)).Sentence);

    [Fact]
    public void Of_NeverLeft_IsTriedAgainAndThenLeftToLater()
    {
        for (var calls = 1; calls < AnswerRules.MostCalls; calls++)
        {
            Assert.Equal(TimeSpan.FromSeconds(1 << (calls - 1)), Assert.IsType<NextMove.Again>(AnswerRules.Of(ConnectorVerb.Send, new ConnectorAnswer.NeverLeft(), calls, renewed: false)).Wait);
        }

        Assert.IsType<NextMove.GiveUp>(AnswerRules.Of(ConnectorVerb.Send, new ConnectorAnswer.NeverLeft(), AnswerRules.MostCalls, renewed: false));
        Assert.IsType<NextMove.Unknown>(AnswerRules.Of(ConnectorVerb.Send, new ConnectorAnswer.Lost(), 1, renewed: false));
    }

    [Theory]
    [InlineData(6, 0, 0)]
    [InlineData(7, 0, 1000)]
    [InlineData(7, 400, 600)]
    [InlineData(7, 1000, 0)]
    [InlineData(8, 1200, 800)]
    [InlineData(60, 2000, 28_000)]
    [InlineData(1800, 31_000, 3_569_000)]
    public void WaitOf_SoManyAtOnce_WaitsForTheSpanThatIsFull(int calls, int milliseconds, int wait) =>
        Assert.Equal(TimeSpan.FromMilliseconds(wait), Pace.OfConversation.WaitOf([.. Enumerable.Repeat(Now, calls)], Now.AddMilliseconds(milliseconds)));
}
