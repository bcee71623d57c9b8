using AiOs.Contracts.Messages;

namespace AiOs.Agents.Intake;

/// <summary>The words in the files that came with a message. Somebody else's, whoever sent them.</summary>
internal static class AttachedWords
{
    private const int Opening = 2000;

    /// <summary>All of them, one file below the other; empty where no file has words.</summary>
    public static string Of(MessageContent message) =>
        string.Join("\n\n", message.Attachments.Select(file => file.Text).Where(text => !string.IsNullOrEmpty(text)));

    /// <summary>How they begin: what a document is stands at its top, and its small print says anything.</summary>
    public static string OpeningOf(MessageContent message)
    {
        var words = Of(message);
        return words.Length > Opening ? words[..Opening] : words;
    }
}
