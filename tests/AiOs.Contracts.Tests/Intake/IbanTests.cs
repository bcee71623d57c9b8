using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Tests.Intake;

public sealed class IbanTests
{
    private const string German = "DE89370400440532013000";

    [Theory]
    [InlineData(German)]
    [InlineData("GB82WEST12345698765432")]
    [InlineData("NO9386011117947")]
    [InlineData("MT84MALT011000012345MTLCAST001S")]
    public void IsValid_RightNumber_IsTrue(string number) => Assert.True(Iban.IsValid(number));

    [Theory]
    [InlineData("")]
    [InlineData("DE89")]
    [InlineData("de89370400440532013000")]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    [InlineData("DE8937040044053201300٠")]
    [InlineData("D1E9370400440532013000")]
    [InlineData("DEA9370400440532013000")]
    [InlineData("89370400440532013000DE")]
    public void IsValid_OtherForm_IsFalse(string number) => Assert.False(Iban.IsValid(number));

    /// <summary>Mod 97 finds every single wrong digit and every swap of two neighbours that differ.</summary>
    [Fact]
    public void IsValid_OneDigitWrongOrTwoSwapped_IsFalse()
    {
        var tried = 0;
        for (var i = 2; i < German.Length; i++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var other = German.ToCharArray();
                other[i] = digit;
                tried++;
                Assert.Equal(digit == German[i], Iban.IsValid(other));
            }
        }

        for (var i = 2; i + 1 < German.Length; i++)
        {
            var other = German.ToCharArray();
            (other[i], other[i + 1]) = (other[i + 1], other[i]);
            Assert.Equal(other[i] == other[i + 1], Iban.IsValid(other));
        }

        Assert.Equal(200, tried);
    }

    [Fact]
    public void IsValid_TooShortOrTooLong_IsFalse()
    {
        var right = Enumerable.Range(5, 40).Where(length => Iban.IsValid(Padded(length))).ToArray();

        Assert.Equal(Enumerable.Range(Iban.Shortest, Iban.Longest - Iban.Shortest + 1), right);
    }

    /// <summary>A number of that length with right check digits.</summary>
    private static string Padded(int length)
    {
        var rest = new string('0', length - 4);
        var remainder = rest.Concat("131400").Aggregate(0, (sum, digit) => ((sum * 10) + digit - '0') % 97);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"DE{98 - remainder:00}{rest}");
    }
}
