using AiOs.Contracts.Effects;

namespace AiOs.Connectors.Http;

/// <summary>One change at a web service, and how its end is told.</summary>
internal sealed record HttpCall
{
    /// <summary>What the service is called in a sentence, such as <c>calendar.example.com</c>.</summary>
    public required string Service { get; init; }

    /// <summary>What is done, as the start of a sentence: <c>The appointment was</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What the service promises for the key that the request carries.</summary>
    public required OutcomeClass OutcomeClass { get; init; }

    /// <summary>Makes the request; called once.</summary>
    public required Func<HttpRequestMessage> Request { get; init; }

    /// <summary>What names the result outside; the permit's key where the answer does not say.</summary>
    public Func<HttpAnswer, string?> Reference { get; init; } = answer => answer.Location;
}
