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
}
