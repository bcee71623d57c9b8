namespace AiOs.Kernel.Chat.Pairing;

/// <summary>Reads what is tried as a code: <c>/start CODE</c>, <c>/pair CODE</c>, or the bare code. Pure.</summary>
internal static class CodeWords
{
    /// <summary>The code in its one form; nothing where none is tried.</summary>
    public static string? Read(string? text) => text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var command, var code] when IsOne(command) => code.ToUpperInvariant(),
        [var code] when code.Length == PairingCode.Length && code.ToUpperInvariant() is var upper && upper.All(letter => PairingCode.Alphabet.Contains(letter, StringComparison.Ordinal)) => upper,
        _ => null,
    };

    /// <summary>Whether somebody says hello as Telegram does it.</summary>
    public static bool IsStart(string? text) => text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is ["/start"] or ["/start", _];

    private static bool IsOne(string command) => command.ToUpperInvariant() is "/START" or "/PAIR";
}
