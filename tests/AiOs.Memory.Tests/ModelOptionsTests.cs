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
}
