using AiOs.Contracts.Effects;
using AiOs.Contracts.Files;
using AiOs.Contracts.Ids;

namespace AiOs.Connectors.Email.Sending.Letters;

/// <summary>Opens the files that go with a mail, and holds each against the digest that was approved.</summary>
internal sealed class AttachedFiles(IFiles files)
{
    /// <summary>The bytes of all files in their order, or why the mail cannot go. Throws where the store is away; nothing was sent then.</summary>
    public async Task<(IReadOnlyList<byte[]> Files, string? Fault)> OpenAsync(Effect effect, CancellationToken cancellationToken)
    {
        var opened = new List<byte[]>();
        foreach (var file in SendArguments.Read(effect)?.Attachments ?? [])
        {
            if (await files.OpenAsync(file.Blob, cancellationToken) is not { } bytes)
                return ([], $"the file {file.Name} is not kept any more.");
            if (!IsApproved(file, bytes)) return ([], $"the file {file.Name} is not the one that you approved.");
            opened.Add(bytes);
        }

        return (opened, null);
    }

    private static bool IsApproved(MailFile file, byte[] bytes) => bytes.Length == file.Size && Digest.Of(bytes) == file.Sha256;
}
