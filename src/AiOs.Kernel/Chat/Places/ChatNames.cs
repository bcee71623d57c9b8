using System.Text;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Chat.Places;

/// <summary>Short names for what a channel calls anything it likes.</summary>
internal static class ChatNames
{
    private const int Letters = 32;

    public static string Short(string text) => Digest.Of(Encoding.UTF8.GetBytes(text)).Hex[..Letters];
}
