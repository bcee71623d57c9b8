using AiOs.Channels.Telegram.Receiving;

namespace AiOs.Channels.Telegram.Tests.Receiving;

public sealed class GroupWordsTests
{
    [Theory]
    [InlineData("@aios_bot write to Hanna", "write to Hanna")]
    [InlineData("Hey @AiOs_Bot, write to Hanna", "Hey write to Hanna")]
    [InlineData("write to Hanna @aios_bot", "write to Hanna")]
    [InlineData("@aios_bot", null)]
    [InlineData("/tasks", "/tasks")]
    [InlineData("/tasks@aios_bot", "/tasks")]
    [InlineData("/why@AIOS_BOT 42", "/why 42")]
    public void Read_InGroupForTheBot_IsHeardWithoutItsName(string text, string? said) =>
        Assert.Equal((true, said), GroupWords.Read(text, isPrivate: false, answersBot: false, "aios_bot"));

    [Theory]
    [InlineData("write to Hanna")]
    [InlineData("/tasks@other_bot")]
    [InlineData("ask @aios_bot_two")]
    [InlineData("mail me@aios_bot")]
    [InlineData("/ tasks")]
    public void Read_InGroupForOthers_IsNotHeard(string text) =>
        Assert.False(GroupWords.Read(text, isPrivate: false, answersBot: false, "aios_bot").IsForBot);

    [Fact]
    public void Read_InGroupAsReplyToTheBot_IsHeard() => Assert.Equal((true, "yes"), GroupWords.Read("yes", isPrivate: false, answersBot: true, "aios_bot"));

    [Theory]
    [InlineData("write to Hanna", "write to Hanna")]
    [InlineData("is @aios_bot you?", "is @aios_bot you?")]
    [InlineData("/start@aios_bot AB12", "/start AB12")]
    [InlineData("/start@other_bot AB12", "/start@other_bot AB12")]
    public void Read_InPrivate_IsAlwaysHeard(string text, string said) => Assert.Equal((true, said), GroupWords.Read(text, isPrivate: true, answersBot: false, "aios_bot"));

    [Fact]
    public void Read_FileWithoutWords_IsHeardWhereItIsMeantForTheBot()
    {
        Assert.True(GroupWords.Read(null, isPrivate: true, answersBot: false, "aios_bot").IsForBot);
        Assert.True(GroupWords.Read(null, isPrivate: false, answersBot: true, "aios_bot").IsForBot);
        Assert.False(GroupWords.Read(null, isPrivate: false, answersBot: false, "aios_bot").IsForBot);
    }

    [Fact]
    public void Read_NameUnknown_NamesNobody() => Assert.False(GroupWords.Read("mail @ noon", isPrivate: false, answersBot: false, string.Empty).IsForBot);
}
