using AiOs.Contracts.Files;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Tests.Support;

/// <summary>Files by where they are kept; what is not here was forgotten.</summary>
internal sealed class FakeFiles : IFiles
{
    private readonly Dictionary<BlobRef, byte[]> _kept = [];

    /// <summary>Keeps a file and says how a mail names it.</summary>
    public MailFile Keep(string name, byte[] bytes, string mediaType = "application/pdf")
    {
        var blob = new BlobRef(new StreamId($"work-item/{_kept.Count}"), Digest.Of([1, .. bytes]));
        _kept[blob] = bytes;
        return new MailFile(name, mediaType, bytes.Length, Digest.Of(bytes), blob);
    }

    public void Forget(MailFile file) => _kept.Remove(file.Blob);

    public void Change(MailFile file, byte[] bytes) => _kept[file.Blob] = bytes;

    public Task<byte[]?> OpenAsync(BlobRef file, CancellationToken cancellationToken) => Task.FromResult(_kept.GetValueOrDefault(file));
}
