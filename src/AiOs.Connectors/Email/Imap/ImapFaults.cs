using System.Net.Sockets;
using AiOs.Contracts;
using MailKit;
using MailKit.Security;

namespace AiOs.Connectors.Email.Imap;

/// <summary>Says why a folder cannot be read.</summary>
internal static class ImapFaults
{
    /// <summary>The rest of a sentence, and whether it may pass by itself soon.</summary>
    public static (string Why, bool MayPass) ReasonOf(Exception fault, ImapOptions imap, string folder) => fault switch
    {
        AiOsException { IsTransient: true } => ("a mail could not be stored.", true),
        AuthenticationException or SaslException => ($"{imap.Place} does not accept the user and password; check Email:Imap:User and Email:Imap:Password.", false),
        ServiceNotAuthenticatedException => ($"{imap.Place} asks for a user and password; set Email:Imap:User and Email:Imap:Password.", false),
        SslHandshakeException => ($"no safe connection to {imap.Place} could be made; check Email:Imap:Security and the server's certificate.", false),
        NotSupportedException => ($"{imap.Place} does not offer what is configured; check Email:Imap:Security and whether it takes a user and password.", false),
        FolderNotFoundException => ($"{imap.Place} has no folder {folder}; check Email:Imap:Folder and Email:Imap:MoreFolders.", false),
        OperationCanceledException or TimeoutException => ($"{imap.Place} did not answer in time.", true),
        SocketException socket => ($"{imap.Place} cannot be reached ({socket.SocketErrorCode}); check Email:Imap:Host and Email:Imap:Port.", true),
        CommandException => ($"{imap.Place} refused to go on.", true),
        IOException or ProtocolException or ServiceNotConnectedException => ($"{imap.Place} broke off the conversation.", true),
        _ => ($"a mail of {imap.Place} could not be taken.", true),
    };
}
