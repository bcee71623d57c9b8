namespace AiOs.Memory;

/// <summary>The operator's model server: anything that speaks OpenAI's protocol.</summary>
public sealed class ModelOptions
{
    /// <summary>The section it is read from.</summary>
    public const string Section = "Model";

    /// <summary>Where it is, such as <c>http://localhost:11434/v1</c>. Nothing: everything works without one.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The key it asks for. Nothing where it asks for none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The name of its embedding model. Nothing: memory is searched with the embedding that is built in.</summary>
    public string? Embedding { get; set; }

    /// <summary>The name of its model that writes down what was spoken. Nothing: voice notes are not written down.</summary>
    public string? Transcription { get; set; }

    /// <summary>The name of its chat model, which words drafts and helps to understand. Nothing: drafts are worded and messages understood without one.</summary>
    public string? Chat { get; set; }

    /// <summary>
    /// What a million tokens of questions to <see cref="Chat"/> cost, in the workspace's currency: 0 to 1,000,000 with at most five decimals. Nothing counts
    /// as 0, which is allowed only for a server of one's own.
    /// </summary>
    public decimal? InputPricePerMillion { get; set; }

    /// <summary>What a million tokens of its answers cost, in the same way.</summary>
    public decimal? OutputPricePerMillion { get; set; }

    /// <summary>How long an answer of <see cref="Chat"/> may take: 1 second to 10 minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);
}
