# The fifty conventions for a binary PowerShell module, each with what proves it: 'Suite: the beginning of a test''s name', or a reason
# why it cannot be proven or does not apply. Contract.Tests.ps1 checks that what is named is there, and counts.
@{
    1  = @{ Item = 'Approved verbs in their exact meaning'; Proof = 'Contract: has an approved verb' }
    2  = @{ Item = 'Pairs of verbs are complete, or the lack is documented'; Proof = 'Contract: has its counterpart' }
    3  = @{ Item = 'Singular nouns with a prefix'; Proof = 'Contract: has an approved verb and a singular, prefixed noun' }
    4  = @{ Item = 'Class, file and command have one name'; Proof = 'Layout: has a class of its name in a file of its name' }
    5  = @{ Item = 'No aliases, no clash with built-in commands, no prefix'; Proof = 'Contract: has no alias of its own', 'Contract: is complete' }
    6  = @{ Item = 'No reserved parameter names'; Proof = 'Contract: has parameters of the right kind' }
    7  = @{ Item = 'Standard parameter names, singular even where they take several'; Proof = 'Contract: has parameters of the right kind' }
    8  = @{ Item = 'Strong types: no dates as text, no money as double'; Proof = 'Contract: has parameters of the right kind', 'Culture: gives the same objects' }
    9  = @{ Item = 'Switches, no bool; no switch that is on by itself'; Proof = 'Contract: has parameters of the right kind' }
    10 = @{ Item = 'PSCredential and SecureString, no secret as text'; Proof = 'Contract: has parameters of the right kind' }
    11 = @{ Item = 'Several ids where that makes sense; wildcards declared and honoured'; Proof = 'Binding: <Name> takes text and whole numbers, singly and in lists', 'Get-TrainingJournal: takes paths, files and wildcards' }
    12 = @{ Item = 'A default parameter set, one typed by-value parameter a set'; Proof = 'Contract: has a default parameter set', 'Binding: <_> binds where it says so' }
    13 = @{ Item = 'Four positions at most'; Proof = 'Contract: has a default parameter set' }
    14 = @{ Item = 'Validation in attributes; null only where it clears'; Proof = 'Cells: has a reader on every parameter that is not text', 'Cells: that is empty is not given' }
    15 = @{ Item = 'Dates and decimals are read the same in every culture'; Proof = 'Cells: is refused by name and value', 'Culture: gives the same objects' }
    16 = @{ Item = 'Completers use what is cached, within 250 ms, never throw, quote'; Proof = 'Completion: answers within 250 ms', 'Completion: quotes what needs it', 'Completion: <command> -<name> offers nothing' }
    17 = @{ Item = 'OutputType on every command, and it is what comes out'; Proof = 'Contract: says what it emits', 'Help: names what goes in and what comes out' }
    18 = @{ Item = 'Objects one by one, as they arrive'; Proof = 'Lifecycle: comes at the first object' }
    19 = @{ Item = 'Nothing for an empty search, an error for a missing named thing'; Proof = 'Errors: <status> is <errorId>', 'Get-CegosProduct: is empty where the catalogue is' }
    20 = @{ Item = 'Remove and its like are silent; -PassThru where they can speak'; Proof = 'Contract: is silent where that is expected' }
    21 = @{ Item = 'Objects survive CliXml and jobs; no type of a package in them'; Proof = 'Contract: holds no package type', 'Formats: looks the same after a job or CliXml' }
    22 = @{ Item = 'A view for each type, in 80 columns'; Proof = 'Formats: has a table, a list and a wide view', 'Formats: shows every heading in full, and whole numbers, in' }
    23 = @{ Item = 'No Console, no Write-Host'; Proof = 'Contract: never writes to the console' }
    24 = @{ Item = 'ShouldProcess on all that changes, before each change, and on nothing else'; Proof = 'Contract: supports ShouldProcess exactly', 'WhatIf: says what it would do' }
    25 = @{ Item = 'ConfirmImpact High on what destroys, and only there'; Proof = 'Contract: supports ShouldProcess exactly'; Reason = 'ShouldContinue and -Force are used nowhere.' }
    26 = @{ Item = 'Paging on every list that pages'; Proof = 'Contract: pages a list' }
    27 = @{ Item = 'One item''s failure goes on, an invalid call ends'; Proof = 'Errors: is one item''s, and the same by', 'Errors: ends <_> at once' }
    28 = @{ Item = 'Error records with a stable id, category, target, advice'; Proof = 'Errors: <status> is <errorId>', 'Errors: tells a person what to do' }
    29 = @{ Item = 'Work ends with StopProcessing and with Dispose'; Proof = 'Lifecycle: comes at the first object', 'Lifecycle: ends <what> within 300 ms' }
    30 = @{ Item = 'No task outlives the command'; Proof = 'Lifecycle: cancels the pages under way', 'Lifecycle: ends what is under way when it is closed' }
    31 = @{ Item = 'No handle to an object is kept once it is out'; Reason = 'No test can show it. In the code: completion keeps ids and labels, a change in flight its own row until its outcome is out.' }
    32 = @{ Item = 'Nothing that must happen waits for EndProcessing'; Proof = 'Lifecycle: comes with the first error under -ErrorAction Stop' }
    33 = @{ Item = 'Verbose, debug, warning and progress as they are meant, and redacted'; Proof = 'Lifecycle: -Debug and -Verbose neither ask nor throw', 'Secrets: are in no stream of any call' }
    34 = @{ Item = 'Case is ignored and kept; paths are PowerShell''s'; Proof = 'Journal: is found where PowerShell is' }
    35 = @{ Item = 'Explicit exports, the same as there are'; Proof = 'Contract: exports exactly the commands there are' }
    36 = @{ Item = 'A complete manifest'; Proof = 'Contract: is complete', 'Layout: has a clean manifest', 'Package: has the addresses of its version'; Reason = 'ProjectUri and IconUri are in a package that is created for a repository address. None is made up.' }
    37 = @{ Item = 'Dependencies in a context of their own'; Proof = 'Isolation: works, and leaves that module its own' }
    38 = @{ Item = 'Public types in the default context'; Proof = 'Isolation: has no package in the default context' }
    39 = @{ Item = 'Import does nothing but import'; Proof = 'Isolation: prints nothing, asks nobody', 'Isolation: writes no file' }
    40 = @{ Item = 'No engine, no symbols, no stray file in the package'; Proof = 'Layout: brings no engine', 'Package: contains what was built' }
    41 = @{ Item = 'State by runspace; Disconnect forgets secrets'; Proof = 'Parallel: are not seen by another runspace', 'Secrets: are forgotten by Disconnect-TrainingApi' }
    42 = @{ Item = 'The system''s TLS; no credentials over http but to this machine'; Proof = 'Connect-Cegos: sends nothing where <what>' }
    43 = @{ Item = 'Complete help, about topics, no placeholders'; Proof = 'Help: has two examples or more', 'Help: holds no placeholder' }
    44 = @{ Item = 'PSScriptAnalyzer is clean'; Reason = 'PSScriptAnalyzer is in no registry that the build can reach. Item 45 is checked with PowerShell''s own parser.' }
    45 = @{ Item = 'Scripts without aliases, Invoke-Expression, empty catch, plain secrets, globals'; Proof = 'Contract: keeps to what a script may do'; Reason = 'Positional arguments and unused variables would need PSScriptAnalyzer''s own analysis.' }
    46 = @{ Item = 'A suite for each command; the package itself is tested in a clean process'; Proof = 'Layout: has a suite', 'Package: is installed from its folder'; Reason = 'Coverage is not measured.' }
    47 = @{ Item = 'SemVer and a change log'; Proof = 'Contract: has its version in the change log' }
    48 = @{ Item = 'Published to a local repository and installed from it'; Proof = 'Package: is installed from its folder'; Reason = 'Files are not signed: there is no certificate.' }
    49 = @{ Item = 'A deterministic build with pinned packages and warnings as errors'; Proof = 'Layout: pins every package', 'Contract: is built strictly', 'Package: is the same, byte for byte' }
    50 = @{ Item = 'Licence and notices of third parties'; Proof = 'Package: name <_.Name> with its package', 'Package: hold the text of each licence', 'Package: has an SBOM' }
}
