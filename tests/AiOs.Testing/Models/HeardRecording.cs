namespace AiOs.Testing.Models;

/// <summary>What a transcription server was sent.</summary>
/// <param name="FileName">The name that the recording was given.</param>
/// <param name="Model">The model that was asked for.</param>
/// <param name="Format">The format of the answer that was asked for; empty for the server's own.</param>
/// <param name="Key">The authorisation header.</param>
/// <param name="Length">How many characters the recording holds.</param>
public sealed record HeardRecording(string FileName, string Model, string Format, string Key, int Length);
