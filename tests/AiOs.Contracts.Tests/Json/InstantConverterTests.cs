using System.Text.Json;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Tests.Json;

public sealed class InstantConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new InstantConverter() } };

    [Theory]
    [InlineData("2026-11-22T13:19:00Z", "2026-11-22T13:19:00.000Z")]
    [InlineData("2026-11-22T14:19:00.5+01:00", "2026-11-22T13:19:00.500Z")]
    [InlineData("2026-01-01T00:30:00.1239999+01:00", "2025-12-31T23:30:00.123Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.999Z")]
    public void Write_AnyOffset_IsUtcCutToTheMillisecond(string instant, string text)
    {
        var value = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(text, InstantConverter.ToText(value));
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(value, Options));
    }

    [Fact]
    public void Read_Written_IsTheSameMomentInUtc()
    {
        var read = JsonSerializer.Deserialize<DateTimeOffset>("\"2026-11-22T13:19:00.123Z\"", Options);

        Assert.Equal(new DateTimeOffset(2026, 11, 22, 13, 19, 0, 123, TimeSpan.Zero), read);
        Assert.Equal(TimeSpan.Zero, read.Offset);
    }

    [Theory]
    [InlineData("2026-11-22T13:19:00Z")]
    [InlineData("2026-11-22T13:19:00.000+00:00")]
    [InlineData("2026-11-22 13:19:00.000Z")]
    [InlineData("2026-11-22T24:00:00.000Z")]
    [InlineData("")]
    public void Read_AnyOtherForm_IsRefused(string text) => Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"", Options));
}
