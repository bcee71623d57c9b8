using AiOs.Kernel.Chat.Pairing;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Chat;

public sealed class PairingCodeTests
{
    private static readonly PairingCode Fresh = new("right", Some.Moment.AddHours(1), Wrong: 0, TakenBy: null);

    [Fact]
    public void Try_TheRightOne_FitsOnceForOneSender()
    {
        var (after, fits) = Fresh.Try("right", "anna", Some.Moment);

        Assert.True(fits);
        Assert.False(after.Try("right", "ben", Some.Moment).Fits);
        Assert.True(after.Try("right", "anna", Some.Moment).Fits);
    }

    [Fact]
    public void Try_AtItsEnd_FitsNoMore()
    {
        Assert.True(Fresh.Try("right", "anna", Some.Moment.AddHours(1).AddMilliseconds(-1)).Fits);
        Assert.False(Fresh.Try("right", "anna", Some.Moment.AddHours(1)).Fits);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void Try_AfterWrongOnes_FitsUntilTen(int wrong, bool fits)
    {
        var code = Fresh;
        for (var tried = 0; tried < wrong; tried++)
        {
            code = code.Try("wrong", "ben", Some.Moment).After;
        }

        Assert.Equal(wrong, code.Wrong);
        Assert.Equal(fits, code.Try("right", "anna", Some.Moment).Fits);
    }

    [Fact]
    public void Write_AndReadAgain_IsTheSame()
    {
        var taken = Fresh with { Wrong = 3, TakenBy = "anna" };

        Assert.Equal(Fresh, PairingCode.Read(Fresh.Write()));
        Assert.Equal(taken, PairingCode.Read(taken.Write()));
        Assert.Null(PairingCode.Read("nonsense"));
        Assert.Null(PairingCode.Read(null));
    }

    [Theory]
    [InlineData("/start abcdefghjk", "ABCDEFGHJK")]
    [InlineData("/pair ABCDEFGHJK", "ABCDEFGHJK")]
    [InlineData(" abcdefghjk ", "ABCDEFGHJK")]
    [InlineData("/start anything", "ANYTHING")]
    [InlineData("/start", null)]
    [InlineData("abcdefghj", null)]
    [InlineData("abcdefghj1", null)]
    [InlineData("hello there", null)]
    public void Read_OfATry_IsTheCode(string text, string? code) => Assert.Equal(code, CodeWords.Read(text));
}
