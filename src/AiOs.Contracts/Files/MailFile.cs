using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;

namespace AiOs.Contracts.Files;

/// <summary>A file that goes out with a mail: exactly the bytes of this digest, or the mail is not sent.</summary>
/// <param name="Name">The file's name as the recipient sees it: no folders, no control characters.</param>
/// <param name="MediaType">The media type that it is sent as, such as <c>application/pdf</c>.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="Sha256">The SHA-256 of the plain bytes.</param>
/// <param name="Blob">Where the bytes are kept.</param>
public sealed record MailFile(string Name, string MediaType, long Size, Digest Sha256, BlobRef Blob);
