namespace AiOs.Agents.Transcription;

/// <summary>The name that a recording goes to the server with. Servers tell by its ending what they got, and channels do not always give one.</summary>
internal static class RecordingName
{
    /// <summary>The endings that OpenAI's protocol knows.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase) { ".flac", ".mp3", ".mp4", ".mpeg", ".mpga", ".m4a", ".oga", ".ogg", ".wav", ".webm" };

    /// <summary>A name with an ending; nobody's own words go along.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="mediaType">Its type as declared.</param>
    /// <returns><c>recording</c> with the ending of the name where it is one that servers know, else with that of the type.</returns>
    public static string Of(string name, string mediaType)
    {
        var ending = Path.GetExtension(name);
        return "recording" + (Known.Contains(ending) ? ending.ToLowerInvariant() : OfType(mediaType.Split(';')[0].Trim().ToLowerInvariant()));
    }

    private static string OfType(string mediaType) => mediaType switch
    {
        "audio/mpeg" or "audio/mp3" => ".mp3",
        "audio/mp4" or "audio/m4a" or "audio/x-m4a" or "audio/aac" => ".m4a",
        "video/mp4" => ".mp4",
        "audio/wav" or "audio/x-wav" or "audio/wave" => ".wav",
        "audio/webm" or "video/webm" => ".webm",
        "audio/flac" or "audio/x-flac" => ".flac",
        _ => ".ogg",
    };
}
