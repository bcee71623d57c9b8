using System.Globalization;
using System.Runtime.CompilerServices;
using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;

namespace AiOs.Storage.Sqlite.Files;

/// <summary>
/// Keeps each blob in a file of its own, <c>ab/abcd…</c>, written aside, synced and then renamed, so that a name always means whole bytes.
/// </summary>
public sealed class FileBlobStore : IBlobStore
{
    private const string Aside = ".new-";

    private readonly string _folder;
    private int _written;

    /// <summary>Opens the folder and removes what an interrupted write left. The caller holds the <see cref="WorkspaceLock"/>.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    public FileBlobStore(string folder)
    {
        _folder = Path.GetFullPath(folder);
        PrivateFiles.MakeFolder(_folder);
        foreach (var leftover in Directory.EnumerateFiles(_folder, Aside + "*"))
        {
            File.Delete(leftover);
        }
    }

    /// <inheritdoc/>
    public async Task<Digest> PutAsync(ReadOnlyMemory<byte> sealedBytes, CancellationToken cancellationToken)
    {
        var digest = Digest.Of(sealedBytes.Span);
        var path = PathOf(digest);
        var shelf = Path.GetDirectoryName(path)!;
        try
        {
            if (new FileInfo(path) is not { Exists: true } there || there.Length != sealedBytes.Length)
            {
                var aside = Path.Combine(_folder, Aside + Interlocked.Increment(ref _written).ToString(CultureInfo.InvariantCulture));
                await WriteAsync(aside, sealedBytes, cancellationToken);
                MakeShelf(shelf);
                File.Move(aside, path, overwrite: true);
            }

            // Also where it is there already: whoever wrote it may have ended before this.
            UnixFiles.SyncFolder(shelf);
            return digest;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw PrivateFiles.Fault($"The blob {digest} cannot be written under {_folder}; check the folder and the disk.", exception);
        }
    }

    /// <inheritdoc/>
    public async Task<byte[]?> FindAsync(Digest sha256, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(PathOf(sha256), cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw PrivateFiles.Fault($"The blob {sha256} cannot be read under {_folder}; check the folder and the disk.", exception);
        }

        return Digest.Of(bytes) == sha256
            ? bytes
            : throw new AiOsException($"The blob {sha256} under {_folder} is damaged; put a backup in its place.");
    }

    /// <inheritdoc/>
    public Task DeleteAsync(Digest sha256, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = PathOf(sha256);
        try
        {
            if (File.Exists(path))
            {
                File.Delete(path);
                UnixFiles.SyncFolder(Path.GetDirectoryName(path)!);
            }

            return Task.CompletedTask;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw PrivateFiles.Fault($"The blob {sha256} cannot be deleted under {_folder}; check the folder and the disk.", exception);
        }
    }

    /// <summary>Every blob that is kept, by digest in ordinal order.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The digests.</returns>
    public async IAsyncEnumerable<Digest> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var shelf in Directory.EnumerateDirectories(_folder).Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var file in Directory.EnumerateFiles(shelf).Order(StringComparer.Ordinal))
            {
                if (Digest.TryParse(Path.GetFileName(file), out var digest))
                {
                    yield return digest;
                }
            }
        }
    }

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            using var file = PrivateFiles.Open(path, FileMode.Create, FileShare.None);
            await file.WriteAsync(bytes, cancellationToken);
            RandomAccess.FlushToDisk(file.SafeFileHandle);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private void MakeShelf(string shelf)
    {
        if (!Directory.Exists(shelf))
        {
            PrivateFiles.MakeFolder(shelf);
            UnixFiles.SyncFolder(_folder);
        }
    }

    private string PathOf(Digest digest) => Digest.TryParse(digest.Hex, out var checkedDigest)
        ? Path.Combine(_folder, checkedDigest.Hex[..2], checkedDigest.Hex)
        : throw new ArgumentException("The name of a blob is 64 hexadecimal digits.", nameof(digest));
}
