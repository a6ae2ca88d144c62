;;; emacs.el --- Asks what a reader would ask  -*- lexical-binding: t -*-
;; emacs -Q --batch -l PASTE -l emacs.el    in a folder with copies of tests/corpus and tests/editors/expected.json
;; Prints what it sees; a claim that does not hold ends Emacs with an exit code other than 0.

(require 'eglot)
(require 'flymake)

;; This mode is a package of its own; for the server only its name and its parent count.
(define-derived-mode markdown-mode text-mode "Markdown")
(add-to-list 'auto-mode-alist '("\\.md\\'" . markdown-mode))

(setq create-lockfiles nil
      make-backup-files nil
      eglot-sync-connect 20
      eglot-confirm-server-edits nil)

(defvar folder default-directory)

(defvar expected
  (with-temp-buffer
    (insert-file-contents "tests/editors/expected.json")
    (json-parse-buffer :object-type 'plist :array-type 'list)))

(defun say (format &rest arguments)
  (princ (apply #'format (concat format "\n") arguments)))

(defun claim (holds format &rest arguments)
  (unless holds
    (say "FAILED: %s" (apply #'format format arguments))
    (kill-emacs 1)))

(defun await (what come-to-pass)
  "Let Emacs work until COME-TO-PASS holds, and return what it says."
  (let ((end (+ (float-time) 20)) answer)
    (while (and (not (setq answer (funcall come-to-pass))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (claim answer "waited in vain for %s" what)
    answer))

(defun open-text (file)
  "Open FILE in a window, without which eglot asks for no card, and with the server."
  (switch-to-buffer (find-file-noselect (expand-file-name file folder)))
  (unless (eglot-managed-p) (eglot-ensure) (run-hooks 'post-command-hook))
  (await "the server" #'eglot-managed-p))

(defun findings ()
  "Code or message, and text of each finding of the buffer."
  (mapcar (lambda (finding)
            (cons (flymake-diagnostic-text finding)
                  (buffer-substring-no-properties (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding))))
          (flymake-diagnostics)))

(defun go-to (word)
  (goto-char (point-min))
  (claim (search-forward word nil t) "%s does not stand in the text" word)
  (goto-char (1+ (match-beginning 0))))

(defun card ()
  (let (shown)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown (or text ""))))
    (substring-no-properties (await "a card" (lambda () shown)))))

(defun check-question (question)
  (let ((word (plist-get question :word)))
    (go-to word)
    (let ((text (card)))
      (say "  card of %s:\n%s" word text)
      (dolist (part (plist-get question :card))
        (claim (string-search part text) "the card of %s lacks %s" word part)))
    (save-window-excursion
      (xref-find-definitions (xref-backend-identifier-at-point 'eglot))
      (let ((line (buffer-substring-no-properties (line-beginning-position) (line-end-position))))
        (say "  definition of %s: %s: %s" word (buffer-name) (string-trim line))
        (claim (string-search (plist-get question :definition) line) "no definition of %s" word)))))

(defun check-article (article)
  (say "%s" (plist-get article :file))
  (open-text (plist-get article :file))
  (flymake-start)
  (await "findings" #'flymake-diagnostics)
  (let ((found (findings)))
    (pcase-dolist (`(,message . ,text) found) (say "  %S: %s" text message))
    (cl-loop for (_ texts) on (plist-get article :findings) by #'cddr do
             (dolist (text texts)
               (claim (rassoc text found) "no finding at %s" text))))
  (mapc #'check-question (plist-get article :questions)))

(defun check-places (places)
  "All texts in which a name stands; those that are not open are read in the background."
  (open-text (plist-get places :file))
  (go-to (plist-get places :word))
  (cl-loop for (file) on (plist-get places :references) by #'cddr do
           (let ((name (substring (symbol-name file) 1)))
             (await (format "mentions in %s" name)
                    (lambda ()
                      (cl-some (lambda (item)
                                 (string-suffix-p name (xref-location-group (xref-item-location item))))
                               (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot)))))
             (say "  mentions in %s" name))))

(defun check-fix (fix)
  "The fix that keeps the ending; then all is as before."
  (open-text (plist-get fix :file))
  (go-to (plist-get fix :word))
  (let ((preferred (cl-find-if (lambda (action) (plist-get action :isPreferred))
                               (eglot-code-actions (point) (point) "quickfix"))))
    (claim preferred "no fix of %s is preferred" (plist-get fix :word))
    (eglot-execute (eglot-current-server) preferred))
  (claim (string-search (plist-get fix :becomes) (buffer-string)) "not fixed: %s" (plist-get fix :becomes))
  (say "  fixed: %s" (plist-get fix :becomes))
  (revert-buffer t t t))

(defun check-rename (rename)
  "Another spelling in every text that has the old one."
  (open-text (plist-get rename :file))
  (go-to (plist-get rename :word))
  (eglot-rename (plist-get rename :to))
  (cl-loop for (file text) on (plist-get rename :becomes) by #'cddr do
           (let ((name (substring (symbol-name file) 1)))
             (with-current-buffer (cl-find-if (lambda (buffer) (equal (buffer-name buffer) name)) (buffer-list))
               (claim (not (string-search (plist-get rename :word) (buffer-string))) "%s is still in %s"
                      (plist-get rename :word) name)
               (claim (string-search text (buffer-string)) "no %s in %s" text name)
               (say "  renamed to %s in %s" text name)
               (revert-buffer t t t)))))

(mapc #'check-article (plist-get expected :articles))
(check-places (plist-get expected :places))
(check-fix (plist-get (plist-get expected :changes) :fix))
(check-rename (plist-get (plist-get expected :changes) :rename))
(let ((server (eglot-current-server)))
  (set-buffer-modified-p nil)
  (eglot-shutdown server nil 5))
(kill-emacs 0)
