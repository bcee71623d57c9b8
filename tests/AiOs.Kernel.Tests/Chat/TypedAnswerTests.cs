using AiOs.Kernel.Chat.Words;

namespace AiOs.Kernel.Tests.Chat;

public sealed class TypedAnswerTests
{
    [Theory]
    [InlineData("yes")]
    [InlineData("Yes!")]
    [InlineData(" ok ")]
    [InlineData("Approve")]
    [InlineData("Ja")]
    [InlineData("\U0001F44D")]
    [InlineData("\U0001F44D\U0001F3FD")]
    [InlineData("\u2714\uFE0F")]
    public void Read_AYes_IsYes(string text) => Assert.IsType<TypedAnswer.Yes>(TypedAnswer.Read(text));

    [Theory]
    [InlineData("no", null)]
    [InlineData("Nein.", null)]
    [InlineData("\U0001F44E", null)]
    [InlineData("No, too dear", "too dear")]
    [InlineData("reject: she paid already", "she paid already")]
    [InlineData("Nein, das ist zu teuer.", "das ist zu teuer.")]
    public void Read_ANo_IsNoWithItsReason(string text, string? reason) => Assert.Equal(new TypedAnswer.No(reason), TypedAnswer.Read(text));

    [Theory]
    [InlineData("yes but say Monday")]
    [InlineData("ok, and add my number")]
    [InlineData("No news from Anna")]
    [InlineData("No. 5 is better")]
    [InlineData("yesterday")]
    [InlineData("okay?yes")]
    [InlineData("\U0001F44E\U0001F44D")]
    [InlineData("")]
    public void Read_AnythingElse_IsWords(string text) => Assert.IsType<TypedAnswer.Words>(TypedAnswer.Read(text));
}
