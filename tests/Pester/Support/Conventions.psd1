# The fifty conventions for a binary PowerShell module, each with its proof: 'Suite: the beginning of a test''s name', or a reason
# why it cannot be proven or does not apply. Contract.Tests.ps1 checks that the named tests exist, and counts.
@{
    1  = @{ Item = 'Approved verbs in their exact meaning'; Proof = 'Contract: has an approved verb' }
    2  = @{ Item = 'Pairs of verbs are complete, or the lack is documented'; Proof = 'Contract: has its counterpart, or documents the alternative' }
    3  = @{ Item = 'Singular nouns with a prefix'; Proof = 'Contract: has an approved verb and a singular, prefixed noun' }
    4  = @{ Item = 'Class, file and command have one name'; Proof = 'Layout: has a class of its name in a file of its name' }
    5  = @{ Item = 'No aliases, no clash with built-in commands, no prefix'; Proof = 'Contract: has no alias and does not clash with a built-in command', 'Contract: is complete' }
    6  = @{ Item = 'No reserved parameter names'; Proof = 'Contract: has parameters of the right kind' }
    7  = @{ Item = 'Standard parameter names, singular even where they take several'; Proof = 'Contract: has parameters of the right kind' }
    8  = @{ Item = 'Strong types: no dates as text, no money as double'; Proof = 'Contract: has parameters of the right kind', 'Culture: has no effect on objects and requests on a machine that is <place>' }
    9  = @{ Item = 'Switches, no bool; no switch that is on by itself'; Proof = 'Contract: has parameters of the right kind' }
    10 = @{ Item = 'PSCredential and SecureString, no secret as text'; Proof = 'Contract: has parameters of the right kind' }
    11 = @{ Item = 'Several ids where that makes sense; wildcards declared and honoured'; Proof = 'Binding: <Name> takes text and whole numbers, singly and in lists', 'Get-TrainingJournal: takes paths, files and wildcards, and continues after a missing file' }
    12 = @{ Item = 'A default parameter set, one typed by-value parameter a set'; Proof = 'Contract: has a default parameter set, at most one typed by-value parameter besides the row, and few positions', 'Binding: <_> binds as listed, and to no other command' }
    13 = @{ Item = 'Four positions at most'; Proof = 'Contract: has a default parameter set, at most one typed by-value parameter besides the row, and few positions' }
    14 = @{ Item = 'Validation in attributes; null only where it clears'; Proof = 'Cells: has a reader on every parameter that is not text', 'Cells: that is empty is not given' }
    15 = @{ Item = 'Dates and decimals are read the same in every culture'; Proof = 'Cells: is refused with name and value, nothing is sent for its row and the next one continues: <Name>, <Culture>', 'Culture: has no effect on objects and requests on a machine that is <place>' }
    16 = @{ Item = 'Completers use what is cached, within 250 ms, never throw, quote'; Proof = 'Completion: completes within 250 ms', 'Completion: quotes what needs it, so that the completed line runs', 'Completion: <command> -<name> offers nothing of a vendor and writes nothing' }
    17 = @{ Item = 'OutputType on every command, and it matches the output'; Proof = 'Contract: declares its output, with a type of this module or a plain one', 'Help: names the input and output types' }
    18 = @{ Item = 'Objects one by one, as they arrive'; Proof = 'Lifecycle: is at the first object, and only the first page is requested: <how>' }
    19 = @{ Item = 'Nothing for an empty search, an error for a missing named thing'; Proof = 'Errors: <status> is <errorId>', 'Get-CegosProduct: is empty if the catalogue is empty' }
    20 = @{ Item = 'Remove and similar commands emit nothing; -PassThru where there is a result'; Proof = 'Contract: emits nothing by default if that is expected' }
    21 = @{ Item = 'Objects survive CliXml and jobs; no type of a package in them'; Proof = 'Contract: expose no package type and no field of an isolated type: <_>', 'Formats: looks the same after a job or CliXml' }
    22 = @{ Item = 'A view for each type, in 80 columns'; Proof = 'Formats: has a table, a list and a wide view', 'Formats: shows every heading in full, and whole numbers, in' }
    23 = @{ Item = 'No Console, no Write-Host'; Proof = 'Contract: does not write to the console from a command, except for the notice of a stopped run' }
    24 = @{ Item = 'ShouldProcess on all that changes, before each change, and on nothing else'; Proof = 'Contract: supports ShouldProcess exactly if it changes something', 'WhatIf: describes the change, sends only GET requests, and writes no file' }
    25 = @{ Item = 'ConfirmImpact High on what destroys, and only there'; Proof = 'Contract: supports ShouldProcess exactly if it changes something'; Reason = 'ShouldContinue and -Force are used nowhere.' }
    26 = @{ Item = 'Paging on every list that pages'; Proof = 'Contract: supports paging if it returns a list' }
    27 = @{ Item = 'One item''s failure goes on, an invalid call ends'; Proof = 'Errors: is an error of one item, and the same by <_>', 'Errors: is terminating for <_>, with the command to run' }
    28 = @{ Item = 'Error records with a stable id, category, target, advice'; Proof = 'Errors: <status> is <errorId>', 'Errors: recommends an action' }
    29 = @{ Item = 'Work ends with StopProcessing and with Dispose'; Proof = 'Lifecycle: is at the first object, and only the first page is requested: <how>', 'Lifecycle: ends <what> within 300 ms, and nothing is requested afterwards' }
    30 = @{ Item = 'No task outlives the command'; Proof = 'Lifecycle: cancels the pages in flight at once, which the server notices', 'Lifecycle: ends the requests in flight within 300 ms' }
    31 = @{ Item = 'No handle to an object is kept once it is out'; Reason = 'No test can show it. In the code: completion keeps ids and labels, a change in flight its own row until its outcome is out.' }
    32 = @{ Item = 'Nothing that must happen waits for EndProcessing'; Proof = 'Lifecycle: is at the first error with -ErrorAction Stop: <what>' }
    33 = @{ Item = 'Verbose, debug, warning and progress as they are meant, and redacted'; Proof = 'Lifecycle: -Debug and -Verbose do not prompt and do not throw: <_>', 'Secrets: are in no stream of any command, though the vendor echoes them as <_>' }
    34 = @{ Item = 'Case is ignored and kept; paths are PowerShell''s'; Proof = 'Journal: is resolved against the PowerShell location, not that of the process' }
    35 = @{ Item = 'Explicit exports, the same as there are'; Proof = 'Contract: exports exactly the existing commands' }
    36 = @{ Item = 'A complete manifest'; Proof = 'Contract: is complete', 'Layout: has a valid manifest', 'Package: has the addresses of its version'; Reason = 'ProjectUri and IconUri are in a package that is created for a repository address.' }
    37 = @{ Item = 'Dependencies in a context of their own'; Proof = 'Isolation: works, and the other module keeps its own: <order>' }
    38 = @{ Item = 'Public types in the default context'; Proof = 'Isolation: has no package in the default context, and each assembly of this module once' }
    39 = @{ Item = 'Import does nothing but import'; Proof = 'Isolation: prints nothing, sends nothing, and loads only the cmdlet and model assemblies', 'Isolation: writes no file' }
    40 = @{ Item = 'No engine, no symbols, no stray file in the package'; Proof = 'Layout: contains no engine, no symbols and no test', 'Package: contains the built files, byte for byte' }
    41 = @{ Item = 'State by runspace; Disconnect forgets secrets'; Proof = 'Parallel: are not seen by another runspace', 'Secrets: are removed by Disconnect-TrainingApi: no object that the connection references contains them' }
    42 = @{ Item = 'The system''s TLS; no credentials over http but to this machine'; Proof = 'Connect-Cegos: sends nothing where <what>' }
    43 = @{ Item = 'Complete help, about topics, no placeholders'; Proof = 'Help: has two examples or more', 'Help: contains no placeholder and no Markdown mark-up' }
    44 = @{ Item = 'PSScriptAnalyzer is clean'; Reason = 'PSScriptAnalyzer is in no registry that the build can reach. Item 45 is checked with PowerShell''s own parser.' }
    45 = @{ Item = 'Scripts without aliases, Invoke-Expression, empty catch, plain secrets, globals'; Proof = 'Contract: uses only permitted script constructs: <_.Name>'; Reason = 'Positional arguments and unused variables would need PSScriptAnalyzer''s own analysis.' }
    46 = @{ Item = 'A suite for each command; the package itself is tested in a clean process'; Proof = 'Layout: has a suite', 'Package: is installed from its folder'; Reason = 'Coverage is not measured.' }
    47 = @{ Item = 'SemVer and a change log'; Proof = 'Contract: has its version in the change log and in all assemblies' }
    48 = @{ Item = 'Published to a local repository and installed from it'; Proof = 'Package: is installed from its folder'; Reason = 'Files are not signed: there is no certificate.' }
    49 = @{ Item = 'A deterministic build with pinned packages and warnings as errors'; Proof = 'Layout: pins every package', 'Contract: is built with strict settings', 'Package: is the same, byte for byte' }
    50 = @{ Item = 'Licence and notices of third parties'; Proof = 'Package: name <_.Name> with its package', 'Package: contain the text of each licence, and the notices of .NET', 'Package: has an SBOM' }
}
