namespace AiOs.Memory.Tests;

public sealed class ModelOptionsTests
{
    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("http://localhost:11434/v1", null, "words", null)]
    [InlineData("https://models.example/v1", "secret", "words", null)]
    [InlineData("http://localhost:11434/v1", null, null, "Model:Embedding")]
    [InlineData(null, null, "words", "Model:Endpoint")]
    [InlineData(null, "secret", null, "Model:Endpoint")]
    [InlineData("localhost", null, "words", "Model:Endpoint")]
    [InlineData("ftp://models.example", null, "words", "Model:Endpoint")]
    [InlineData("http://models.example/v1", "secret", "words", "Model:Endpoint")]
    [InlineData("http://localhost:11434/v1", null, null, null, "whisper")]
    [InlineData("http://localhost:11434/v1", null, "words", null, "whisper")]
    [InlineData(null, null, null, "Model:Endpoint", "whisper")]
    [InlineData("http://models.example/v1", "secret", null, "Model:Endpoint", "whisper")]
    public void Validate_HalfSet_NamesTheKey(string? endpoint, string? key, string? embedding, string? named, string? transcription = null)
    {
        var options = new ModelOptions { Endpoint = endpoint, ApiKey = key, Embedding = embedding, Transcription = transcription };

        var result = new ModelOptionsValidator().Validate(null, options);

        Assert.Equal(named is null, result.Succeeded);
        Assert.StartsWith(named ?? string.Empty, result.FailureMessage ?? string.Empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://models.example/v1", "0.15", "0.6", null)]
    [InlineData("https://models.example/v1", "0.07525", "0", null)]
    [InlineData("https://models.example/v1", null, null, "Model:InputPricePerMillion")]
    [InlineData("https://models.example/v1", "0.15", null, "Model:OutputPricePerMillion")]
    [InlineData("https://models.example/v1", null, "0.6", "Model:InputPricePerMillion")]
    [InlineData("https://models.example/v1", "-1", "0.6", "Model:InputPricePerMillion")]
    [InlineData("https://models.example/v1", "0.1", "0.000001", "Model:OutputPricePerMillion")]
    [InlineData("https://models.example/v1", "1000001", "0", "Model:InputPricePerMillion")]
    [InlineData("http://localhost:11434/v1", null, null, null)]
    [InlineData("http://ollama:11434/v1", null, null, null)]
    [InlineData("http://192.168.1.7/v1", null, null, null)]
    [InlineData("http://172.20.0.3/v1", null, null, null)]
    [InlineData("http://[fd00::1]/v1", null, null, null)]
    [InlineData("http://172.32.0.3/v1", null, null, "Model:InputPricePerMillion")]
    [InlineData("http://8.8.8.8/v1", null, null, "Model:InputPricePerMillion")]
    [InlineData("http://localhost:11434/v1", "0.1", "0.1", "Model:Chat", null)]
    [InlineData("http://localhost:11434/v1", null, null, "Model:Timeout", "chat", 0)]
    [InlineData("http://localhost:11434/v1", null, null, "Model:Timeout", "chat", 601)]
    public void Validate_ChatWithoutItsPrices_NamesTheKey(string endpoint, string? input, string? output, string? named, string? chat = "chat", int seconds = 60)
    {
        var options = new ModelOptions
        {
            Endpoint = endpoint,
            Embedding = "words",
            Chat = chat,
            InputPricePerMillion = PriceOf(input),
            OutputPricePerMillion = PriceOf(output),
            Timeout = TimeSpan.FromSeconds(seconds),
        };

        var result = new ModelOptionsValidator().Validate(null, options);

        Assert.Equal(named, result.FailureMessage?.Split(' ')[0]);
        Assert.Equal(named is null, result.Succeeded);
    }

    private static decimal? PriceOf(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
