using System.Security.Cryptography;

namespace AiOs.Channels.Web.Assets;

/// <summary>A file that pages refer to. Its address holds its hash, so that a browser may keep it for ever.</summary>
internal sealed class Asset
{
    public Asset(string name, string mediaType)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        Bytes = copy.ToArray();
        MediaType = mediaType;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 8));
        FileName = System.IO.Path.GetFileNameWithoutExtension(name) + "." + hash + System.IO.Path.GetExtension(name);
    }

    public byte[] Bytes { get; }

    public string MediaType { get; }

    public string FileName { get; }

    public string Path => "/assets/" + FileName;
}
