using AiOs.Kernel.Chat.Words;

namespace AiOs.Kernel.Tests.Chat;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("What's open?", "/tasks")]
    [InlineData("what\u2019s  open", "/tasks")]
    [InlineData("Was ist offen?", "/tasks")]
    [InlineData("Freeze everything!", "/freeze")]
    [InlineData("please freeze everything", "/freeze")]
    [InlineData("Alles anhalten, bitte", "/freeze")]
    [InlineData("resume", "/resume")]
    [InlineData("Weiter", "/resume")]
    [InlineData("help", "/help")]
    [InlineData("Hilfe!", "/help")]
    [InlineData("What did it cost?", "/cost")]
    [InlineData("Show the budget", "/budget")]
    public void Read_WholePhrase_IsItsCommand(string text, string command) => Assert.Equal(command, PlainWords.Read(text));

    [Theory]
    [InlineData("Ask Anna what's open")]
    [InlineData("help Anna with her invoice")]
    [InlineData("freeze everything in the fridge")]
    [InlineData("What did it cost Anna?")]
    [InlineData("Don't freeze everything")]
    [InlineData("")]
    [InlineData(null)]
    public void Read_PartOfASentence_IsNone(string? text) => Assert.Null(PlainWords.Read(text));
}
